import { t } from '@vscode/l10n';
import { fillSection } from '../edits/fillSection';
import type { Plan, Section } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { excerpt } from '../text/excerpt';
import { isAboutPlan } from '../words/planTitles';
import { isFinished } from './facts/finished';
import { bodyOf, headingOf, sectionOf } from './facts/headingRanges';
import type { Rule, RuleDocs } from './rule';

/** How many done steps may be about the plan itself. */
const few = 2;

/** A plan that is done and does not say what came of it. */
export const finishedWithoutOutcome: Rule = {
  id: 'finished-without-outcome',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'All steps are done, but Outcomes is empty or still a placeholder.',
  yieldsTo: { here: ['placeholder-text'], inPlan: ['unclosed-fence'] },
  *check(plan, { text }) {
    const section = sectionOf(plan, 'outcomes');
    if (!section || plan.entries.some(({ role }) => role === 'outcomes') || !isFinished(plan, text)) return;
    if (!isOnlyPlanned(plan, stepFigures(plan).figures.done))
      yield {
        range: headingOf(plan, 'outcomes'),
        message: messageOf(section, text.lines),
        fixes: ({ plan, lines, clock }) => [
          {
            title: t('Add an outcome, stamped now'),
            edits: [fillSection(plan, section, 'outcomes', lines, clock)],
            safe: false,
          },
        ],
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'What was achieved, what is left and what was learned is known best in the hour when the work ends. The next plan begins with it.',
  source:
    'Cookbook, Outcomes & Retrospective: "Summarize outcomes, gaps, and lessons learned at major milestones or at completion."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n\n- [x] (2026-02-12 10:45Z) Add the cache table\n\n## Surprises & Discoveries\n\nNone.\n\n## Decision Log\n\nNone.\n\n## Outcomes & Retrospective\n   ^^^^^^^^^^^^^^^^^^^^^^^^\n\nTo be written.',
    good: '# Serve thumbnails from a cache\n\n## Progress\n\n- [x] (2026-02-12 10:45Z) Add the cache table\n\n## Surprises & Discoveries\n\nNone.\n\n## Decision Log\n\nNone.\n\n## Outcomes & Retrospective\n\nPages load in 80 ms, before it was 900. Purging by hand is left.',
  },
};

function messageOf(section: Section, lines: readonly string[]): string {
  const name = excerpt(section.heading.text);
  const [words] = bodyOf(section, lines);
  return words === undefined
    ? t('All steps are done, but "{0}" is empty', name)
    : t('All steps are done, but "{0}" has no entry', name);
}

/** True where nothing is done but the plan: its author adds steps as they come. */
function isOnlyPlanned({ steps }: Plan, done: number): boolean {
  return done <= few && steps.every(({ state, text }) => state !== 'done' || isAboutPlan(text));
}

import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import { dateOf } from '../../../../core/edits/stamp';
import { tabStops } from '../../../../core/edits/template';
import { languageOf } from '../../../../core/plan/language';
import { phraseAround } from '../../../../core/words/phrases';
import { type PlanState, stateNames, statusValueStart } from '../../../../core/words/statuses';
import type { Proposal } from './item';
import type { Place } from './place';

/** The values that a plan's status can have, behind `Status:` near its top or in its front matter. */
export function statusProposals(place: Place): Proposal[] {
  const { plan, before, source, line } = place;
  const start = statusValueStart(before);
  const first = plan.sections[0]?.heading.range.start.line ?? Number.MAX_SAFE_INTEGER;
  if (start === undefined || line >= first || place.trigger !== undefined) return [];
  const language = languageOf(plan);
  const value = before.slice(start);
  const isCapital =
    value !== '' ? /^\p{Lu}/u.test(value) : /^[\s*_]*\p{Lu}/u.test(before) && !/^[a-z]+\s*[:=]/.test(before);
  const cased = (words: string) => (isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words);
  return (Object.keys(stateNames) as PlanState[]).map((state) => {
    const name = cased(stateNames[state][language][0]);
    const [by, behind] = state === 'superseded' ? phraseAround(language, 'supersededBy') : ['', ''];
    return {
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: t('What the plan is as a whole'),
      template:
        state === 'superseded'
          ? [cased(by), tabStops()('plans/other.md'), behind]
          : [state === 'active' ? name : `${name} ${dateOf(source.clock)}`],
      start,
      filter: name,
    };
  });
}

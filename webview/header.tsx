import { t } from '@vscode/l10n';
import { areAllDone } from '../core/plan/allDone';
import { withoutKind } from '../core/plan/titles';
import { withoutMarks } from '../core/text/inlineParts';
import { Bar } from './bar';
import { dateText, numberText, roughRange } from './dates';
import { type Figures, figuresText, total } from './figures';
import { Filled, slot } from './filled';
import { InlineText } from './inlineText';
import type { ShownPlan } from './messages';
import type { Pace } from './pace';
import { recordedHint, recordedText } from './recorded';
import { standingOf } from './standing';

interface HeaderProps {
  front: ShownPlan;
  pace: Pace | undefined;
  now: number;
  locale: string;
  /** Shows another plan of the file, by its line. */
  choose: (line: number) => void;
}

/** What plan this is, and how far: title, path, status, bar, figures, age of the newest stamp, pace. */
export function Header({ front, pace, now, locale, choose }: HeaderProps) {
  const { path, plan, siblings, isDirty } = front;
  const standing = standingOf(plan, front.stalledAfter, now, locale);
  const title = plan.title ?? path.split('/').at(-1) ?? path;
  return (
    <header>
      <h1 dir="auto">
        <InlineText text={withoutKind(title)} />
      </h1>
      <p class="meta">
        {standing && (
          <span class={`status ${standing.kind ?? ''}`} title={standing.reason}>
            <span class="heard">{t('Status: {0}', '')}</span>
            {standing.label}
            <span class="heard">{standing.reason}</span>
          </span>
        )}
        {isDirty && <span class="status unsaved">{t('unsaved')}</span>}
        <span class="path" title={path}>
          <bdi>{path}</bdi>
        </span>
      </p>
      {siblings.length > 1 && <Siblings front={front} choose={choose} />}
      {total(plan.figures) > 0 && <Bar figures={plan.figures} label={t('Progress of the plan')} />}
      <p class="figures">
        {total(plan.figures) > 0 && <Counts figures={plan.figures} />}
        {!total(plan.figures) && plan.records > 0 && (
          <span>
            <Filled text={t('{0} recorded, no boxes', slot)}>
              <strong>{plan.records}</strong>
            </Filled>
          </span>
        )}
        <span title={recordedHint(plan.recorded, locale)}>{recordedText(plan.recorded, now, locale)}</span>
      </p>
      {pace && <PaceLine pace={pace} now={now} locale={locale} />}
      {total(plan.acceptance) > 0 && <p class="acceptance">{t('Acceptance: {0}', figuresText(plan.acceptance))}</p>}
      {!plan.steps.length && !plan.records && (
        <p>
          <InlineText text={t('No steps found: list them as `- [ ]` items below a `Progress` heading.')} />
        </p>
      )}
    </header>
  );
}

/** `12 of 29 · 1 partly`, the first number prominent wherever a translation puts it. */
function Counts({ figures }: { figures: Figures }) {
  return (
    <span>
      <Filled text={t('{0} of {1}', slot, total(figures))}>
        <strong>{figures.done}</strong>
      </Filled>
      {figures.partial > 0 && ` · ${t('{0} partly', figures.partial)}`}
      {areAllDone(figures) && ' ✓'}
    </span>
  );
}

/** How fast, and how long yet: measured, and said with what it was measured by. */
function PaceLine({ pace: { perHour, measured, left }, now, locale }: { pace: Pace; now: number; locale: string }) {
  const isFast = perHour >= 0.5;
  const figure = numberText(isFast ? perHour : perHour * 24, locale);
  const by = t('Measured by {0} stamped steps; stalls do not count.', measured);
  const hint = left
    ? `${by} ${t('At the pace of its faster half until {0}, of its slower half until {1}.', dateText(now + left.shortest, locale), dateText(now + left.longest, locale))}`
    : by;
  return (
    <p class="pace" title={hint}>
      <span>{isFast ? t('{0} steps an hour', figure) : t('{0} steps a day', figure)}</span>
      {left && <span>{forecastText(left, locale)}</span>}
    </p>
  );
}

/** No more precise than what was measured: `4 to 14 hr left`. */
function forecastText({ shortest, longest }: NonNullable<Pace['left']>, locale: string): string {
  const [from, to] = roughRange(shortest, longest, locale);
  return from === to ? t('about {0} left', to) : t('{0} to {1} left', from, to);
}

/** `Plan 2 of 4`, and a way to the others. */
function Siblings({ front: { siblings, plan }, choose }: Pick<HeaderProps, 'front' | 'choose'>) {
  const at = siblings.findIndex(({ line }) => line === plan.line);
  return (
    <p class="siblings">
      <label>
        <span>{t('Plan {0} of {1}', at + 1, siblings.length)}</span>
        <select value={String(plan.line)} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
          {siblings.map(({ line, title }, index) => (
            <option key={line} value={String(line)} selected={index === at}>
              {title === undefined ? t('Plan {0}', index + 1) : withoutMarks(withoutKind(title))}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

import { t } from '@vscode/l10n';
import { Bar } from './bar';
import { type Figures, figuresText, isFinished, total } from './figures';
import { Filled, slot } from './filled';
import { InlineText } from './inlineText';
import type { ShownPlan } from './messages';
import { recordedHint, recordedText } from './recorded';

interface HeaderProps {
  front: ShownPlan;
  now: number;
  locale: string;
}

/** What plan this is, and how far: title, path, bar, figures, age of the newest stamp. */
export function Header({ front, now, locale }: HeaderProps) {
  const { path, plan } = front;
  return (
    <header>
      <h1 dir="auto">
        <InlineText text={plan.title ?? path.split('/').at(-1) ?? path} />
      </h1>
      <p class="path" title={path}>
        <bdi>{path}</bdi>
      </p>
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
      {isFinished(figures) && ' ✓'}
    </span>
  );
}

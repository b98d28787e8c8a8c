import { t } from '@vscode/l10n';
import type { MilestoneProgress, StepProgress } from '../server/src/protocol';
import { Button } from './button';
import { Filled, slot } from './filled';
import { milestoneLabel } from './groups';
import { InlineText } from './inlineText';
import { withoutUnit } from './words';

interface NextStepProps {
  step: StepProgress;
  milestone: MilestoneProgress | undefined;
  /** True while its tick waits for the host's answer. */
  busy: boolean;
  tick: () => void;
  split: () => void;
  reveal: () => void;
  handoff: () => void;
}

/** The card of the step to work on next. */
export function NextStep({ step, milestone, busy, tick, split, reveal, handoff }: NextStepProps) {
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">
        <span>{step.isBlocked ? t('Next, blocked') : t('Next')}</span>
        {milestone && (
          <span class="of" dir="auto">
            <InlineText text={milestoneLabel(milestone)} />
          </span>
        )}
      </h2>
      <p class="clamped" dir="auto">
        <InlineText
          text={milestone?.number && step.unit === milestone.number ? withoutUnit(step.text, step.unit) : step.text}
        />
      </p>
      {step.state === 'partial' && step.remaining && (
        <p class="remaining clamped" dir="auto">
          <Filled text={t('remaining: {0}', slot)}>
            <InlineText text={step.remaining} />
          </Filled>
        </p>
      )}
      <div class="actions">
        <Button busy={busy} title={t('Tick with time')} onClick={tick}>
          {t('Tick')}
        </Button>
        <Button secondary busy={busy} onClick={split}>
          {t('Split')}
        </Button>
        <Button secondary onClick={reveal}>
          {t('Reveal')}
        </Button>
        <Button secondary onClick={handoff}>
          {t('Handoff')}
        </Button>
      </div>
    </section>
  );
}

import { t } from '@vscode/l10n';
import type { StepProgress } from '../server/src/protocol';
import { Button } from './button';
import { InlineText } from './inlineText';
import { Remaining } from './remaining';
import type { StepActions } from './steps';

interface NextStepProps extends StepActions {
  step: StepProgress;
  /** True while its tick waits for the host's answer. */
  busy: boolean;
}

/** The card of the step to work on next. */
export function NextStep({ step, busy, reveal, toggle }: NextStepProps) {
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">{t('Next')}</h2>
      <p class="clamped" dir="auto">
        <InlineText text={step.text} />
      </p>
      {step.state === 'partial' && step.remaining && (
        <p class="remaining clamped" dir="auto">
          <Remaining text={step.remaining} />
        </p>
      )}
      <div class="actions">
        <Button busy={busy} onClick={() => toggle(step)}>
          {t('Tick with time')}
        </Button>
        <Button secondary onClick={() => reveal(step.line)}>
          {t('Reveal')}
        </Button>
      </div>
    </section>
  );
}

import { t } from '@vscode/l10n';
import type { StepProgress } from '../server/src/protocol';
import { stepKeys } from './groups';
import { InlineText } from './inlineText';
import { splitStamp } from './recorded';
import { Remaining } from './remaining';

/** What a click on a step asks of the host. */
export interface StepActions {
  reveal: (line: number) => void;
  /** Ticks a step that is open or partial, unticks a done one. */
  toggle: (step: StepProgress) => void;
}

interface StepsProps extends StepActions {
  steps: StepProgress[];
  /** Lines of the steps that wait for the host's answer. */
  pending: ReadonlySet<number>;
  /** In ms. */
  now: number;
}

/** A list of steps, each with its box, its words (a click shows them in the editor) and its stamp. */
export function Steps({ steps, pending, now, ...actions }: StepsProps) {
  const keys = stepKeys(steps);
  return (
    <ul class="steps">
      {steps.map((step, index) => (
        <Step key={keys[index]} step={step} busy={pending.has(step.line)} now={now} {...actions} />
      ))}
    </ul>
  );
}

function Step({ step, busy, now, reveal, toggle }: { step: StepProgress; busy: boolean; now: number } & StepActions) {
  const { line, state, text, depth } = step;
  const id = `step-${line}`;
  return (
    <li class={`step ${state}`} style={depth ? { '--depth': Math.min(depth, 4) } : undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: an input changes before the host has answered; this one waits. */}
      <button
        type="button"
        class="box"
        role="checkbox"
        aria-checked={state === 'partial' ? 'mixed' : state === 'done'}
        aria-labelledby={id}
        aria-busy={busy}
        title={state === 'done' ? t('Untick') : t('Tick with time')}
        onClick={() => toggle(step)}
      />
      <button type="button" class="text" id={id} dir="auto" onClick={() => reveal(line)}>
        <InlineText text={text} />
      </button>
      <Note step={step} now={now} />
    </li>
  );
}

/** Longer than this, what remains stands below the text, not beside it. In characters. */
const beside = 18;

/** What remains of a partial step; else its stamp: where there is little room the time alone if it is of today, else the date. */
function Note({ step, now }: { step: StepProgress; now: number }) {
  const { state, remaining, stamp } = step;
  if (state === 'partial' && remaining)
    return (
      <span class={remaining.length > beside ? 'note below' : 'note'} dir="auto">
        <Remaining text={remaining} />
      </span>
    );
  if (!stamp) return null;
  const { date, time, today } = splitStamp(stamp, now);
  return (
    <time class={today ? 'today' : undefined} title={stamp}>
      <span class="date">{date}</span>
      {time && <span class="clock"> {time}</span>}
    </time>
  );
}

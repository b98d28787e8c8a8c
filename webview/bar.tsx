import { areAllDone } from '../core/plan/allDone';
import { type Figures, figuresText, total } from './figures';

/** A progress bar: done filled, partial hatched, the rest empty. `label` says whose progress it is; without, words beside it do. */
export function Bar({ figures, label }: { figures: Figures; label?: string }) {
  const heard = label === undefined ? { 'aria-hidden': true } : { role: 'progressbar' as const, 'aria-label': label };
  return (
    <div
      class={areAllDone(figures) ? 'bar finished' : 'bar'}
      {...heard}
      {...(label !== undefined && {
        'aria-valuemin': 0,
        'aria-valuemax': total(figures),
        'aria-valuenow': figures.done,
        'aria-valuetext': figuresText(figures),
      })}
    >
      <Part name="done" count={figures.done} />
      <Part name="partial" count={figures.partial} />
      <Part name="open" count={figures.open} />
    </div>
  );
}

/** One box of hundreds still shows: 699 of 700 never looks like all. */
function Part({ name, count }: { name: keyof Figures; count: number }) {
  return <i class={name} style={{ flexGrow: count, minWidth: count ? '3px' : '0' }} />;
}

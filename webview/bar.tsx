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
      {/* The one in front covers the other. */}
      <i class="partial" style={{ '--end': endOf(figures, figures.done + figures.partial) }} />
      <i class="done" style={{ '--end': endOf(figures, figures.done) }} />
    </div>
  );
}

/** Where a part ends that begins at the left. One box of hundreds still shows: 699 of 700 never looks like all. */
function endOf(figures: Figures, count: number): string {
  const share = `${(100 * count) / total(figures)}%`;
  if (count === 0 || count === total(figures)) return share;
  // Behind what is done, what is partly done is to be seen, and before what is open.
  const least = count > figures.done && figures.done > 0 ? 6 : 3;
  const most = count === figures.done && figures.partial > 0 && figures.open > 0 ? 6 : 3;
  return `clamp(${least}px, ${share}, 100% - ${most}px)`;
}

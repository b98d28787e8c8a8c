import { t } from '@vscode/l10n';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'preact/hooks';
import { push } from '../core/text/groups';
import { dateText, durationText } from './dates';
import type { History, Moment, Stall } from './history';

interface ChartProps {
  history: History;
  /** All steps, done or not. */
  of: number;
  /** True where steps are left: then the chart goes on to the present. */
  isOpen: boolean;
  now: number;
  locale: string;
}

/** The drawing's own units: it is stretched to the width of the view, with strokes that keep theirs. */
const [width, height, inset] = [300, 64, 4];

/** Steps done over time as a line of steps, the stalls in it, and times that nobody measured; below it the same as a table. */
export function Chart({ history, of, isOpen, now, locale }: ChartProps) {
  const { moments, stalls, unstamped } = history;
  const minutes = Math.floor(now / 60_000);
  const drawing = useMemo(
    () => draw(moments, stalls, of, isOpen ? minutes * 60_000 : undefined),
    [moments, stalls, of, isOpen, minutes],
  );
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return <p class="quietly">{t('No done step has a time yet.')}</p>;
  const invented = moments.filter(({ isInvented }) => isInvented).length;
  const byTool = moments.filter(({ isByTool }) => isByTool).length;
  const longest = stalls.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  const label = t(
    'Steps done from {1} to {2}: {0}',
    moments.length,
    dateText(first.at, locale),
    dateText(last.at, locale),
  );
  return (
    <div class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <path class="all" d={`M0 ${inset}H${width}`} />
        <path class="zero" d={`M0 ${height - inset}H${width}`} />
        {drawing.stalls.map((path) => (
          <path key={path} class="stall" d={path} />
        ))}
        <path class="done" d={drawing.path} />
        {drawing.invented.map((path) => (
          <path key={path} class="invented" d={path} />
        ))}
      </svg>
      <p class="ends" aria-hidden="true">
        <span>{dateText(first.at, locale)}</span>
        <span>{isOpen ? t('now') : dateText(last.at, locale)}</span>
      </p>
      {longest && (
        <p class="key stall">
          {t('Longest time without a record: {0}', durationText(longest.to - longest.from, locale))}
        </p>
      )}
      {invented > 0 && (
        <p class="key invented">
          {invented === 1 ? t('1 time that no clock showed') : t('{0} times that no clock showed', invented)}
        </p>
      )}
      {byTool > 0 && (
        <p class="key by-tool">
          {byTool === 1
            ? t('1 time that a tool wrote by the clock')
            : t('{0} times that tools wrote by the clock', byTool)}
        </p>
      )}
      {unstamped > 0 && (
        <p class="key">
          {unstamped === 1
            ? t('1 done step has no time, and is not drawn')
            : t('{0} done steps have no time, and are not drawn', unstamped)}
        </p>
      )}
      <DayTable moments={moments} locale={locale} />
    </div>
  );
}

/** The same in words: what was done on each day. */
function DayTable({ moments, locale }: { moments: readonly Moment[]; locale: string }) {
  const years = new Set(moments.map(({ at }) => new Date(at).getFullYear()));
  const days = new Map<string, Moment[]>();
  // With its year where there are several: the same day of two of them is two days.
  for (const moment of moments) push(days, dateText(moment.at, locale, years.size > 1 ? 'date' : 'day'), moment);
  return (
    <details>
      <summary>{t('As a table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Day')}</th>
            <th scope="col">{t('Done')}</th>
            <th scope="col">{t('In all')}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].map(([day, done]) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{done.some(({ isInvented }) => isInvented) ? t('{0}, times invented', done.length) : done.length}</td>
              <td>{done.at(-1)?.done}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface Drawing {
  path: string;
  stalls: string[];
  invented: string[];
}

function draw(moments: readonly Moment[], stalls: readonly Stall[], of: number, now: number | undefined): Drawing {
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return { path: '', stalls: [], invented: [] };
  const end = Math.max(last.at, now ?? last.at, first.at + 1);
  const x = scaleLinear().domain([first.at, end]).range([0, width]);
  const y = scaleLinear()
    .domain([0, Math.max(of, moments.length)])
    .range([height - inset, inset]);
  const points: [number, number][] = moments.map(({ at, done }) => [x(at), y(done)]);
  const steps = line<[number, number]>().curve(curveStepAfter);
  const doneBy = (time: number) => y(moments.findLast(({ at }) => at <= time)?.done ?? 0);
  return {
    path: steps([[0, y(0)], ...points, [x(end), y(last.done)]]) ?? '',
    stalls: stalls.map(({ from, to }) => `M${x(from)} ${doneBy(from)}H${x(to)}`),
    // A line of no length is a dot, whatever the drawing is stretched to.
    invented: moments.filter(({ isInvented }) => isInvented).map(({ at, done }) => `M${x(at)} ${y(done)}h0`),
  };
}

import { plain } from '../../core/calls/plain';
import { type Clock, shapeOfStyle, stampText } from '../../core/edits/stamp';
import type { Reading } from '../../files/journal/records';

/** So many characters of a title and of a step are quoted at most. */
const [titleLength, stepLength] = [80, 120];

/**
 * One line about the present and the plan at work: the time with its zone, the plan, its figures and the next step. `lines`
 * are those of the text that was read.
 */
export function contextLine(
  file: string,
  lines: readonly string[],
  { steps, title, next }: Reading,
  clock: Clock,
): string {
  const heading =
    title === undefined ? '' : quoted((lines[title] ?? '').replace(/^\s*#+\s*|\s*#+\s*$/g, ''), titleLength);
  const step = next === undefined ? undefined : quoted(withoutBox(lines[next] ?? ''), stepLength);
  const zone = /^(?:UTC|[+-]\d\d:\d\d)$/.test(clock.timeZone) ? '' : ` (${clock.timeZone})`;
  return plain(
    [
      `It is ${stampText(shapeOfStyle('minutes', clock), clock)}${zone}.`,
      `Plan at work: ${file}${heading && `, "${heading}"`}: ${figures(steps ?? [])}.`,
      step === undefined ? 'No step is left open.' : `Next, line ${(next as number) + 1}: ${ended(step)}`,
    ].join(' '),
  );
}

function figures(steps: NonNullable<Reading['steps']>): string {
  const of = (state: string) => steps.filter((step) => step.state === state).length;
  const partial = of('partial');
  const total = steps.length - of('dropped');
  return `${of('done')} of ${total} steps done${partial > 0 ? `, ${partial} partly` : ''}`;
}

/** With a full stop, since another sentence may follow. */
function ended(step: string): string {
  return /[.!?:…。！？]$/u.test(step) ? step : `${step}.`;
}

/** A step's first line without its marker and its box. */
function withoutBox(line: string): string {
  return line.replace(/^\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+(?:\[.\]\s*)?/u, '');
}

function quoted(text: string, length: number): string {
  const characters = [...text.slice(0, 4 * length).trim()];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}

import type { History, Moment } from './history';

/** How fast a plan goes on, and how long it may take yet: measured, never guessed. */
export interface Pace {
  /** Steps an hour while somebody was at work: stalls do not count. */
  perHour: number;
  /** How many steps it was measured by. */
  measured: number;
  /** Between which times the rest may take, pauses included, in ms; undefined where too little was measured to say. */
  left: { shortest: number; longest: number } | undefined;
}

/** From so few steps nobody can tell a pace, nor what is still to come. */
const enoughForPace = 5;
const enoughForForecast = 10;
/** Steps that were ticked within so short a time were ticked all at once, not measured. In ms. */
const shortest = 10 * 60_000;
/** Where the two halves of the work differ by more than this, a forecast would say nothing. */
const mostSpread = 4;
const hour = 60 * 60_000;
/** Who has not recorded anything for so long does something else: nobody can tell when they go on. */
const patience = 24 * hour;

/**
 * The pace of a plan by its exact stamps; undefined where fewer than five were measured. The forecast is what the rest would
 * take as the slower and as the faster half of the measured work went, and only where these do not contradict each other.
 */
export function paceOf({ moments, stalls }: History, left: number, now: number): Pace | undefined {
  const measured = moments.filter(({ isVague, isInvented }) => !isVague && !isInvented);
  const span = spanOf(measured);
  if (measured.length < enoughForPace || span < shortest) return undefined;
  const [from, to] = [measured[0] as Moment, measured.at(-1) as Moment];
  const paused = stalls
    .filter((stall) => stall.from >= from.at && stall.to <= to.at)
    .reduce((sum, stall) => sum + stall.to - stall.from, 0);
  const steps = measured.length - 1;
  const perHour = steps / (Math.max(span - paused, shortest) / hour);
  return {
    perHour,
    measured: measured.length,
    left: left > 0 && now - to.at < patience ? forecast(measured, left) : undefined,
  };
}

function forecast(measured: readonly Moment[], left: number): Pace['left'] {
  if (measured.length < enoughForForecast) return undefined;
  const middle = Math.floor(measured.length / 2);
  const halves = [measured.slice(0, middle + 1), measured.slice(middle)];
  const each = halves.map((half) => spanOf(half) / (half.length - 1));
  const [fast, slow] = [Math.min(...each), Math.max(...each)];
  if (fast <= 0 || slow / fast > mostSpread) return undefined;
  return { shortest: fast * left, longest: slow * left };
}

function spanOf(moments: readonly Moment[]): number {
  return moments.length > 1 ? (moments.at(-1) as Moment).at - (moments[0] as Moment).at : 0;
}

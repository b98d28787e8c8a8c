import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How many minutes ago a sample's newest stamp is; the other samples have stamps that are faults. */
const ages: Readonly<Record<string, number>> = { 'plans/thumbnails.md': 12, 'plans/sign-in.md': 3 * 60 };

/** Copies samples/ to a folder, as their authors would see them who are at work on them now (ms since the epoch). */
export function copySamples(folder: string, now: number): void {
  cpSync(join(root, 'samples'), folder, { recursive: true });
  freshenSamples(folder, now);
}

/** Moves all stamps of the samples in a folder, so that what is at work in them is at work now (ms since the epoch). */
export function freshenSamples(folder: string, now: number): void {
  for (const [path, minutes] of Object.entries(ages)) {
    const file = join(folder, path);
    writeFileSync(file, asWritten(readFileSync(file, 'utf8'), now - minutes * minute));
  }
}

/** A text whose stamps are all as much later as the newest of them has to be to be of an instant (ms since the epoch). */
export function asWritten(text: string, newest: number): string {
  const stamps = /\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?/g;
  const isDay = (stamp: string) => stamp.length === 10;
  const instantOf = (stamp: string) => Date.parse(`${stamp.replace(' ', 'T')}${isDay(stamp) ? '' : 'Z'}`);
  const instants = (text.match(stamps) ?? []).filter((stamp) => !isDay(stamp)).map(instantOf);
  if (instants.length === 0) return text;
  const later = Math.floor((newest - Math.max(...instants)) / minute) * minute;
  const laterDay = Math.floor(later / day) * day;
  return text.replace(stamps, (stamp) => {
    const iso = new Date(instantOf(stamp) + (isDay(stamp) ? laterDay : later)).toISOString();
    return isDay(stamp) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  });
}

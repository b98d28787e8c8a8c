import { t } from '@vscode/l10n';
import { ambiguousNames, zoneNames } from '../words/zoneNames';

/** Names without a slash that the time zone database itself has. Others of three or four letters are abbreviations. */
const namedZones = ['UTC', 'UCT', 'GMT', 'EST', 'MST', 'HST', 'CET', 'MET', 'EET', 'WET', 'PRC', 'ROC', 'ROK'];

/**
 * The zone that somebody names, as `Intl` and stamps understand it; `refused` tells why it is none. An offset may stand
 * behind `UTC` or `GMT`; an abbreviation counts where it means one offset alone.
 *
 *     Europe/Berlin → Europe/Berlin, UTC+8 → +08:00, JST → +09:00, CST → refused
 */
export function readZone(text: string): { zone: string } | { refused: string } {
  const plain = text.trim();
  const name = plain.toUpperCase();
  const [, sign, hours, minutes = '00'] = /^(?:(?:UTC|GMT) ?)?([+\-−])(\d{1,2})(?::?(\d{2}))?$/.exec(name) ?? [];
  if (sign && Number(hours) <= 14 && Number(minutes) < 60)
    return { zone: `${sign === '+' ? '+' : '-'}${(hours as string).padStart(2, '0')}:${minutes}` };
  if (ambiguousNames.includes(name))
    return { refused: t('"{0}" means several zones: write an offset, or a name as Asia/Shanghai', plain) };
  if (name === 'UTC' || name === 'Z' || name === 'GMT') return { zone: 'UTC' };
  const fixed = namedZones.includes(name) ? undefined : zoneNames[name];
  if (fixed !== undefined) return { zone: typeof fixed === 'number' ? offsetText(fixed) : fixed };
  // `Intl` knows old abbreviations, too, and takes each for one of the zones that it means.
  const isAbbreviation = /^[A-Z]{1,4}$/.test(name) && !namedZones.includes(name);
  return !isAbbreviation && isInDatabase(plain)
    ? { zone: plain }
    : { refused: t('"{0}" is no known zone: write an offset, or a name as Asia/Shanghai', plain) };
}

/** The zone that the setting `timeZone` means: `UTC`, an offset or an IANA name. `local` is the reader's zone. */
export function resolveTimeZone(setting: string, local: string): string {
  const plain = setting.trim().toLowerCase();
  if (plain === 'local') return local;
  const read = readZone(setting);
  return 'zone' in read ? read.zone : 'UTC';
}

function isInDatabase(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

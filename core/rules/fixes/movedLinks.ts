import { type PlanEdit, within } from '../../edits/planEdit';
import { wholeOf } from '../../text/positions';
import { decodedPath, pathFrom } from '../../text/relativePath';
import type { SearchableText } from '../../text/searchableText';
import { findLinks } from '../search/links';

/** What moves. Paths begin at the root of the disk, or all at the top of one folder; with `/`. */
export interface Move {
  /** Where the text lies, and where it will. */
  from: string;
  to: string;
  /** Where a file that is linked to will lie. */
  placeOf(path: string): string;
  /** Whether anything stands at a path now, which `target` is written for: what leads nowhere is left as it is. */
  exists(path: string, target: string): boolean;
}

/** The edits that let the relative links of a text lead where they led, once it or what they lead to has moved. */
export function movedLinks(text: SearchableText, { from, to, placeOf, exists }: Move): PlanEdit[] {
  return text.find(findLinks, wholeOf(text.lines)).flatMap(({ kind, target, line, targetCharacter }) => {
    if (kind !== 'relative') return [];
    const [, path = '', behind = ''] = /^([^?#]*)(.*)$/.exec(target) ?? [];
    const old = pathFrom(partsOf(parentOf(from)), decodedPath(path));
    if (path === '' || old === undefined || !exists(old, path)) return [];
    const wanted = relative(parentOf(to), placeOf(old));
    const current = relative(parentOf(from), old);
    if (wanted === current) return [];
    const written = /%[0-9a-f]{2}/i.test(path) || /\s/.test(wanted) ? encodeURI(wanted) : wanted;
    const dotted = path.startsWith('./') && !written.startsWith('.') ? `./${written}` : written;
    return [
      {
        range: within(line, targetCharacter, targetCharacter + target.length),
        template: [dotted + (path.endsWith('/') ? '/' : '') + behind],
      },
    ];
  });
}

/** How a path is told from a folder. */
function relative(folder: string, path: string): string {
  const [from, to] = [partsOf(folder), path.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function partsOf(folder: string): string[] {
  return folder === '' ? [] : folder.split('/');
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

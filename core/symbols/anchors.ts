import { type Anchor, findAnchors, slugOf } from '../rules/search/anchors';
import type { Link } from '../rules/search/links';
import { withEntities } from '../text/entities';
import { wholeOf } from '../text/positions';
import { decodedPart } from '../text/relativePath';
import type { SearchableText } from '../text/searchableText';

/** What links call the headings and marked places of a text, by line; of several of one line the first. */
export interface Anchors {
  /** As links have it, without `#`: a second heading of the same words is called `progress-1`. */
  nameAt(line: number): string | undefined;
  /** The line that a name leads to; undefined where it leads nowhere. Letters and digits decide where nothing is exact. */
  lineOf(name: string): number | undefined;
  /** The same names after the heading of one line has got another text. */
  renamed(line: number, heading: string): Anchors;
}

/** The anchors of a whole text. */
export function anchorsOf(text: SearchableText): Anchors {
  return anchorsFrom(text.find(findAnchors, wholeOf(text.lines)));
}

function anchorsFrom(found: readonly Anchor[]): Anchors {
  const byLine = new Map<number, string>();
  const byName = new Map<string, number>();
  const loosely = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { line, slug } of found) {
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    const name = count === 0 ? slug : `${slug}-${count}`;
    if (!byLine.has(line)) byLine.set(line, name);
    if (!byName.has(name)) byName.set(name, line);
    if (!loosely.has(loose(name))) loosely.set(loose(name), line);
  }
  return {
    nameAt: (line) => byLine.get(line),
    lineOf(name) {
      const plain = decodedPart(withEntities(name)).toLowerCase().normalize('NFC');
      return byName.get(plain) ?? loosely.get(loose(plain));
    },
    renamed(line, heading) {
      const at = found.findIndex((each) => each.line === line);
      const slug = slugOf(heading).toLowerCase().normalize('NFC');
      return anchorsFrom(found.map((each, i) => (i === at ? { line, slug } : each)));
    },
  };
}

/** What a link calls a place in a file, and where that begins in its line; undefined where it names none. */
export function fragmentOf({ target, targetCharacter }: Link): { name: string; character: number } | undefined {
  const at = target.indexOf('#');
  return at < 0 || at === target.length - 1
    ? undefined
    : { name: target.slice(at + 1), character: targetCharacter + at + 1 };
}

/** Letters and digits alone: tools differ in what they do with the rest. */
function loose(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '');
}

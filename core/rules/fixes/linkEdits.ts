import { t } from '@vscode/l10n';
import { within } from '../../edits/planEdit';
import { decodedPart } from '../../text/relativePath';
import type { Fix } from '../rule';
import type { Link } from '../search/links';
import { nearest } from './nearestName';

/** Anchors that are looked at for one link: in a text of thousands the right one shares a beginning, an end or a word. */
const most = 300;

/** The names of a text's anchors by what they may be known by: their words, and how they begin and end. */
class AnchorIndex {
  readonly #byMark = new Map<string, string[]>();

  constructor(readonly names: readonly string[]) {
    for (const name of names)
      for (const mark of marksOf(name)) {
        const known = this.#byMark.get(mark) ?? [];
        if (known.push(name) === 1) this.#byMark.set(mark, known);
      }
  }

  /** Names that share a mark with a wanted one, in the order of the text: those of the rarest marks where there are many. */
  like(wanted: string): ReadonlySet<string> {
    if (this.names.length <= most) return new Set(this.names);
    const found = new Set<string>();
    for (const list of marksOf(wanted)
      .map((mark) => this.#byMark.get(mark) ?? [])
      .sort((a, b) => a.length - b.length))
      for (const name of list) {
        if (found.size >= most) return found;
        found.add(name);
      }
    return found;
  }
}

function marksOf(name: string): string[] {
  const plainName = name.toLowerCase();
  return [...wordsOf(plainName), `^${plainName.slice(0, 3)}`, `${plainName.slice(-3)}$`];
}

function wordsOf(name: string): string[] {
  return name.split('-').filter((word) => word !== '');
}

const indices = new WeakMap<readonly string[], AnchorIndex>();

/** The anchors (`#name`) that are most like one that leads nowhere: of similar words, or of more or fewer of them. */
export function nearestAnchors(target: string, names: readonly string[]): string[] {
  const index = indices.get(names) ?? new AnchorIndex(names);
  indices.set(names, index);
  const wanted = decodedPart(target.slice(1)).toLowerCase();
  const words = wordsOf(wanted);
  const like = [...index.like(wanted)];
  const longer = like.filter((name) => {
    const own = wordsOf(name);
    const [few, many] = words.length < own.length ? [words, own] : [own, words];
    // One word of many is not telling: “plan” stands in many headings.
    return few.length * 3 >= many.length && few.join('').length >= 4 && few.every((word) => many.includes(word));
  });
  return [...new Set([...nearest(wanted, like), ...longer])].slice(0, 3).map((name) => `#${name}`);
}

/** Has a link lead somewhere else: to an anchor, or to a path from the plan's folder. Line and anchor behind a path stay. */
export function linkTo({ line, target, targetCharacter }: Link, aim: string, lines: readonly string[]): Fix {
  const isAnchor = aim.startsWith('#');
  const length = isAnchor
    ? target.length
    : target.replace(/(?<=\w\.\w{1,8}):\d[\d:,-]*$/, '').split(/[?#]/, 1)[0]?.length;
  const isInAngles = (lines[line] as string)[targetCharacter - 1] === '<';
  const written = isAnchor || isInAngles ? aim : escaped(aim, /%[\da-f]{2}/i.test(target));
  const shown = target.startsWith('./') && !isAnchor && !written.startsWith('.') ? `./${written}` : written;
  return {
    title: t('Link to "{0}"', aim),
    edits: [{ range: within(line, targetCharacter, targetCharacter + (length ?? 0)), template: [shown] }],
    safe: false,
  };
}

/** A path as a target: what ends one is written in percents, and all where the target has them so. */
function escaped(path: string, isEncoded: boolean): string {
  const percent = (text: string) => (/[()]/.test(text) ? (text === '(' ? '%28' : '%29') : encodeURIComponent(text));
  return (isEncoded ? encodeURI(path) : path.replace(/[\s<>%]/g, percent)).replace(/[()#?]/g, percent);
}

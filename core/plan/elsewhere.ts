import { lineBehind } from '../text/positions';
import { pointsElsewhere } from '../words/references';
import type { Section } from './model';

/** The most characters of words that only say where something is kept. */
const most = 300;

/** A document, a link, or a path. */
const place = /\.(?:md|mdx|rst|adoc|txt|org|csv)\b|\]\([^)]|\[\[|https?:\/\/|`[\w.@-]{0,80}\/[\w./@-]{0,80}`/i;

/**
 * True for a section of one paragraph that says where its records are kept, and so has none: "Kept in decisions.md".
 * Words that point elsewhere lead it, or it names what the heading names. `lines` are those of the text.
 */
export function isKeptElsewhere({ heading, range }: Section, lines: readonly string[]): boolean {
  const body = lines
    .slice(heading.range.end.line + 1, lineBehind(range))
    .filter((line) => line.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(line));
  if (body.length === 0 || body.length > 3) return false;
  const text = body.join(' ').trim();
  if (text.length > most || /^(?:[-*+|#>]|\d{1,9}[.)]|`{3}|~{3})/.test(text)) return false;
  if (!place.test(text) || !pointsElsewhere(text)) return false;
  const [first = ''] = /^[\p{L}]+/u.exec(text) ?? [];
  return pointsElsewhere(`${first} `) || namesAnyOf(heading.text, text);
}

/** True where a text holds the stem of a word of a heading: `decisions` of `Decision Log`, `决策` of `决策记录`. */
function namesAnyOf(heading: string, text: string): boolean {
  const own = text.toLowerCase();
  const words = heading.toLowerCase().match(/\p{L}{4,}|[\u3040-\u9fff\uac00-\ud7af]{2,}/gu) ?? [];
  return words.some((word) =>
    own.includes(/[\u3040-\u9fff\uac00-\ud7af]/.test(word) ? word.slice(0, 2) : word.slice(0, 6)),
  );
}

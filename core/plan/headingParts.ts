import { push } from '../text/groups';
import { plainHeading } from '../text/headingText';
import { memo } from '../text/memo';
import type { Role } from '../words/roles';
import { lookBackWords, neutralWords, roleWords, wantedWords } from '../words/sectionWords';
import { type Words, wordsIn } from '../words/words';
import { headingKey } from './headings';

/** What a word of a heading says. */
type Meaning = Role | 'neutral';

/** The words by what they mean, as `headingKey` makes them; stems by their first two letters, the longest first. */
interface Dictionary {
  whole: ReadonlyMap<string, Meaning>;
  stems: ReadonlyMap<string, readonly Stem[]>;
}

type Stem = readonly [stem: string, meaning: Meaning];

let known: Dictionary | undefined;

function dictionary(): Dictionary {
  if (known) return known;
  const whole = new Map<string, Meaning>();
  const stems = new Map<string, Stem[]>();
  const put = (words: Words, meaning: Meaning) => {
    for (const { key, isStem } of keysOf(words))
      if (isStem) push(stems, key.slice(0, 2), [key, meaning]);
      else whole.set(key, whole.get(key) ?? meaning);
  };
  for (const [role, words] of Object.entries(roleWords)) put(words, role as Role);
  put(neutralWords, 'neutral');
  for (const list of stems.values()) list.sort(([a], [b]) => b.length - a.length);
  known = { whole, stems };
  return known;
}

function keysOf(words: Words): { key: string; isStem: boolean }[] {
  return (Object.keys(words) as (keyof Words)[]).flatMap((language) =>
    wordsIn(words, language).map((word) => ({ key: headingKey(word), isStem: word.endsWith('-') })),
  );
}

/** The most letters of an ending behind a stem. */
const longestEnding = 4;
/** The most letters of a word in a script without blanks between words. */
const longestSign = 12;
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** What a word means; undefined for one that is not known. */
function meaningOf(word: string): Meaning | undefined {
  const { whole, stems } = dictionary();
  const meaning = whole.get(word);
  if (meaning) return meaning;
  for (const [stem, meaning] of stems.get(word.slice(0, 2)) ?? []) {
    if (!word.startsWith(stem)) continue;
    const ending = word.slice(stem.length);
    // `entscheidung` + `s` + `protokoll`: what German puts together.
    if (ending.length <= longestEnding || isNeutral(ending.replace(/^(?:s|en|e)/, '')) || isNeutral(ending))
      return meaning;
  }
  return undefined;
}

function isNeutral(word: string): boolean {
  return word !== '' && meaningOf(word) === 'neutral';
}

/** The words of text without blanks between them, the longest first at each place; undefined where one is not known. */
function signsIn(word: string): string[] | undefined {
  const found: string[] = [];
  for (let at = 0; at < word.length; ) {
    let length = Math.min(longestSign, word.length - at);
    while (length > 0 && !dictionary().whole.has(word.slice(at, at + length))) length--;
    if (length === 0) return undefined;
    found.push(word.slice(at, at + length));
    at += length;
  }
  return found;
}

/**
 * The role that the words of a heading's part tell, as `headingKey` makes them; undefined where one of them is not known,
 * or where they tell two.
 *
 *     registro de las decisiones tomadas   →   decisions
 */
function roleOfWords(key: string): Role | undefined {
  if (key === '' || key.length > 60) return undefined;
  let role: Role | undefined;
  for (const spaced of key.split(' ')) {
    const words = unspaced.test(spaced) ? signsIn(spaced) : [spaced];
    if (!words) return undefined;
    for (const word of words) {
      const meaning = meaningOf(word);
      if (!meaning || (meaning !== 'neutral' && role && meaning !== role)) return undefined;
      if (meaning !== 'neutral') role = meaning;
    }
  }
  return role;
}

/**
 * True for a heading with a word that tells a role, whatever else it says: `Step 2: Progress`, `Progress in week 7`; an
 * outcome that is only wanted is none.
 */
export function mentions(heading: string, role: Role): boolean {
  if (heading.length > 200) return false;
  const key = headingKey(heading);
  if (role === 'outcomes' && isWanted(key)) return false;
  const words = key.split(' ');
  return words.some((word) => {
    if (!unspaced.test(word)) return meaningOf(word) === role;
    return [...dictionary().whole].some(([known, meaning]) => meaning === role && word.includes(known));
  });
}

let wanted: readonly string[] | undefined;

/** True for words that tell of what shall come of it. */
function isWanted(key: string): boolean {
  wanted ??= keysOf(wantedWords).map((each) => each.key);
  return wanted.some((word) => key.includes(word));
}

let lookBacks: readonly string[] | undefined;

/** True for words that surely tell of outcomes: `result` may be one that is only wanted. */
function looksBack(key: string): boolean {
  lookBacks ??= keysOf(lookBackWords).map((each) => each.key);
  return lookBacks.some((word) => key.includes(word));
}

/** What is known of the names of sections, by their keys. */
export interface NamedRoles {
  rolesOf(key: string): readonly Role[] | undefined;
  weakRoleOf(key: string): Role | undefined;
  isLiving(role: Role): boolean;
}

/** What the parts of a heading tell that bears no name of a section as a whole. */
export interface PartRoles {
  /** Those of its parts, where each is a name: `Progress / Decision Log`. */
  roles: readonly Role[];
  /** Those that all of its words together surely tell: enough to say that a section of a plan is there. */
  told: readonly Role[];
  /** The role that it plays where nothing else does. */
  weakRole: Role | undefined;
}

const nothing: PartRoles = { roles: [], told: [], weakRole: undefined };

/** The most parts of a heading, and words of a part that nothing is known of. */
const mostParts = 3;
const mostWords = 4;

/** Roles that a heading may play by a later part, where the first one means nothing: `Risks and rollback`. */
const beside: ReadonlySet<Role> = new Set<Role>(['surprises', 'decisions', 'outcomes', 'validation', 'idempotence']);

/**
 * What a heading tells by the names and words of its parts, between "and", commas and slashes.
 *
 *     目的 / 用户可观察结果            →   purpose, where no other heading plays it
 *     意外发现 & 新发现                →   surprises, and surely that
 *     Decisions and open questions   →   decisions, where no other heading plays it
 */
function rolesOfParts(heading: string, { rolesOf, weakRoleOf, isLiving }: NamedRoles): PartRoles {
  if (heading.length > 100) return nothing;
  const keys = plainHeading(heading)
    .split(/\s?[/|·,，、]\s?/)
    .flatMap((part) => headingKey(part).split(' and '))
    .filter((key) => key !== '');
  if (keys.length > mostParts) return nothing;
  const parts = keys.map((key) => {
    const named = rolesOf(key);
    const weak = named ? undefined : weakRoleOf(key);
    const told = named || weak ? undefined : roleOfWords(key);
    const isSure =
      named !== undefined || (told !== undefined && isLiving(told) && (told !== 'outcomes' || looksBack(key)));
    return { key, named, role: named?.[0] ?? weak ?? told, isSure };
  });
  const known = parts.filter(({ role }) => role);
  const [first] = known;
  if (!first || parts.some(({ role, key }) => !role && key.split(' ').length > mostWords)) return nothing;
  const isWhole = known.length === parts.length;
  if (!isWhole && first !== parts[0] && !beside.has(first.role as Role)) return nothing;
  const areNames = parts.every(({ named }) => named);
  return {
    roles: areNames ? [...new Set(parts.flatMap(({ named = [] }) => named))] : [],
    told: parts.every(({ isSure }) => isSure) ? [...new Set(known.map(({ role }) => role as Role))] : [],
    weakRole: first.role,
  };
}

/** Makes what reads that of each heading once. */
export function partRolesBy(names: NamedRoles): (heading: string) => PartRoles {
  return memo(1000, (heading) => rolesOfParts(heading, names));
}

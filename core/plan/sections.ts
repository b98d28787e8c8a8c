import { push } from '../text/groups';
import { plainHeading } from '../text/headingText';
import { Lazy } from '../text/lazy';
import {
  discoveriesAndDecisions,
  discoveriesAndValidation,
  stepListNames,
  weakNames,
} from '../words/commonSectionNames';
import type { LivingRole, Role } from '../words/roles';
import { sectionNames } from '../words/sectionNames';
import { allWords, type Words } from '../words/words';
import { partRolesBy } from './headingParts';
import { headingKey } from './headings';

/** One of the format's twelve sections. What else it is called stands in `core/words/sectionNames.ts`. */
export interface SectionName {
  role: Role;
  /** The canonical heading, as the Cookbook writes it. */
  heading: string;
  /** True for the four sections that must be kept up to date. */
  living: boolean;
}

const living: ReadonlySet<Role> = new Set<LivingRole>(['progress', 'surprises', 'decisions', 'outcomes']);

/** The twelve sections in canonical order (../shared/format.md, section 1): that of the table. */
export const sections: readonly SectionName[] = (Object.keys(sectionNames) as Role[]).map((role) => ({
  role,
  heading: sectionNames[role].en[0],
  living: living.has(role),
}));

/** The four living roles in canonical order. */
export const livingRoles: readonly LivingRole[] = sections
  .filter((each) => each.living)
  .map((each) => each.role as LivingRole);

/** Headings that play two roles at once. */
const merged: readonly (readonly [names: Words, roles: readonly Role[]])[] = [
  [discoveriesAndDecisions, ['surprises', 'decisions']],
  [discoveriesAndValidation, ['surprises', 'validation']],
];

const keysOf = (names: Words) => allWords(names).map(headingKey);

/**
 * What is known of names, by their keys. Made once a heading is read: most of what loads this (the commands, an MCP server that
 * is asked for its tools) reads none at first, and it takes as long as all else that is made then.
 */
const known = new Lazy(() => {
  const roleByKey: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
    ...sections.flatMap(({ role }) =>
      keysOf(sectionNames[role]).map((key): [string, readonly Role[]] => [key, [role]]),
    ),
    ...merged.flatMap(([names, roles]) => keysOf(names).map((key): [string, readonly Role[]] => [key, roles])),
  ]);
  const keysByEnd = new Map<string, string[]>();
  for (const key of roleByKey.keys()) if (key.length >= 8) for (const end of endsOf(key)) push(keysByEnd, end, key);
  const keysByInitials = new Map<string, string[]>();
  for (const key of roleByKey.keys()) if (key.includes(' ')) push(keysByInitials, initialsOf(key), key);
  return {
    roleByKey,
    /**
     * Keys long enough for one wrong letter to be a typo, by their first four letters and by their last four: one of both is
     * right. `context` and `content` are two words.
     */
    keysByEnd,
    /** Keys of several words by the first letters of all of them: each word may have one wrong letter. */
    keysByInitials,
    weakRoleByKey: new Map<string, Role>(
      Object.entries(weakNames).flatMap(([role, names]) => keysOf(names).map((key) => [key, role as Role])),
    ),
    stepLists: new Set(keysOf(stepListNames)),
    canonicalLiving: new Set(sections.filter(({ living }) => living).map(({ heading }) => headingKey(heading))),
  };
});

/** For typos alone: all names that play a role, by their key, the canonical ones as they are written. */
const nameByKey = new Lazy(
  () =>
    new Map(
      [
        ...merged.flatMap(([names]) => allWords(names)),
        ...sections.flatMap(({ role, heading }) => [...allWords(sectionNames[role]), heading]),
      ].map((name) => [headingKey(name), name]),
    ),
);

const englishKeys = new Lazy(() => new Set(sections.flatMap(({ role }) => sectionNames[role].en.map(headingKey))));

const roleByKey = (key: string) => known.get().roleByKey.get(key);

/** True for a heading that stands for Progress where the plan has none, and boxes stand below it: "Tasks". */
export function namesStepList(heading: string): boolean {
  return heading.length <= 200 && known.get().stepLists.has(headingKey(heading));
}

/** True for what `headingKey` makes of a living section's canonical heading. */
export function isCanonicalLiving(key: string): boolean {
  return known.get().canonicalLiving.has(key);
}

function initialsOf(key: string): string {
  return key.replace(/(\S)\S*\s?/g, '$1');
}

function endsOf(key: string): string[] {
  return [`${key.slice(0, 4)}…`, `…${key.slice(-4)}`];
}

/** True for a role that must be kept up to date. */
export function isLiving(role: Role): role is LivingRole {
  return (livingRoles as readonly Role[]).includes(role);
}

/** The canonical heading of a role. */
export function headingOf(role: Role): string {
  return (sections.find((each) => each.role === role) as SectionName).heading;
}

/**
 * The name that a heading means though one letter of it is wrong: `Suprises & Discoveries`. Undefined for one that is
 * spelled like a known name, and for one that means nothing. One word beside a foreign one (`Contexts`, `Contexto`) is
 * more likely a word of its own, and so is one sign of a script that writes a word in one or two.
 */
export function typoIn(heading: string): string | undefined {
  const key = heading.length > 200 ? '' : headingKey(heading);
  const meant = roleByKey(key) ? key : typoOf(key);
  if (meant === key || /[\u3040-\u9fff]/.test(heading)) return undefined;
  return meant.includes(' ') || englishKeys.get().has(meant) ? nameByKey.get().get(meant) : undefined;
}

/**
 * The roles that a heading plays, in canonical order; none for a heading that plays no role. A bilingual heading
 * (`Progress / 진행 상황`) plays the role of whichever half is known, and one wrong letter in a long name does not matter.
 * `key` is what `headingKey` makes of it.
 */
export function rolesOf(heading: string, key = heading.length > 200 ? '' : headingKey(heading)): readonly Role[] {
  if (heading.length > 200) return [];
  const whole = roleByKey(key) ?? roleByKey(typoOf(key));
  if (whole) return whole;
  for (const half of halves(plainHeading(heading))) {
    const roles = roleByKey(headingKey(half));
    if (roles) return roles;
  }
  return partsOf(heading).roles;
}

/** What is known of names, for headings that are made of several. */
const partsOf = partRolesBy({
  rolesOf: roleByKey,
  weakRoleOf: (key) => known.get().weakRoleByKey.get(key),
  isLiving,
});

/** The roles that a heading surely tells of, by a name or by its words: what makes a plan. `roles` are those of its names. */
export function toldRoles(heading: string, roles = rolesOf(heading)): readonly Role[] {
  return roles.length > 0 || heading.length > 200 ? roles : partsOf(heading).told;
}

/** The role that a heading's words play only where nothing else does; `key` is what `headingKey` makes of it. */
export function weakRoleOf(heading: string, key = headingKey(heading)): Role | undefined {
  return known.get().weakRoleByKey.get(key) ?? partsOf(heading).weakRole;
}

/** The parts of a bilingual heading; the words in front of a remark behind a canonical heading: `Progress — May 1st`. */
function halves(heading: string): string[] {
  const [before, remark] = heading.split(/\s+[—–-]{1,2}\s+|[:：]\s/, 2);
  if (remark && isCanonicalLiving(headingKey(before as string))) return [before as string];
  const parts = heading.split(/\s?[/|·]\s?|\s[—–-]\s|\s?[(（]/);
  const roles = parts.map((part) => roleByKey(headingKey(part))?.join());
  if (parts.length === 2 && roles[0] && roles[0] === roles[1]) return parts;
  if (!/[/|·—–(（:：]/.test(heading) || !isForeign(heading)) return [];
  return heading.split(/[/|·—–(（）):：]/).filter((half) => half.trim().length * 3 >= heading.length);
}

/** True when a text has letters beyond Latin: the sign of a bilingual heading rather than of a longer English one. */
function isForeign(text: string): boolean {
  return /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}\p{Cf}]/u.test(text);
}

/**
 * The known key that is one letter away from a key: added, left out, another, or two swapped; in each of its words, where it
 * has several. Else the key itself.
 */
function typoOf(key: string): string {
  const { keysByEnd, keysByInitials } = known.get();
  for (const end of endsOf(key))
    for (const name of keysByEnd.get(end) ?? [])
      if (Math.abs(name.length - key.length) <= 1 && isOneLetterApart(key, name)) return name;
  const words = key.includes(' ') && key.length <= 60 ? key.split(' ') : [];
  const alike = words.length > 1 ? (keysByInitials.get(initialsOf(key)) ?? []) : [];
  const found = alike.find((name) => name.split(' ').every((word, i) => isWordOf(words[i] as string, word)));
  const [role] = (found !== undefined && roleByKey(found)) || [];
  const canonical = role && headingKey(headingOf(role));
  // Whoever errs twice means the format's own name rather than one that is nearly it.
  return canonical && initialsOf(canonical) === initialsOf(key) ? canonical : (found ?? key);
}

/** True for a word, also with one wrong letter where it is long enough. */
function isWordOf(written: string, known: string): boolean {
  return written === known || (known.length >= 6 && written.length >= 5 && isOneLetterApart(written, known));
}

function isOneLetterApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

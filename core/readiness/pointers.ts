import type { Section } from '../plan/model';
import { bodyOf } from '../rules/facts/headingRanges';
import { readPaths } from '../text/paths';
import { pointsElsewhere } from '../words/references';
import type { Role } from '../words/roles';

/** The sections whose knowledge the reader works by. */
const needed: readonly Role[] = ['context', 'planOfWork', 'concreteSteps', 'validation', 'interfaces'];

/** The most filled lines, and characters, of a section that only says where to look. */
const most = { lines: 3, characters: 400 };

/** A document, a link, or a folder of documents. */
const place =
  /\.(?:md|mdx|rst|adoc|txt|pdf|docx)\b|\]\([^)]|https?:\/\/|`[\w./@-]{0,80}\b(?:docs?|tasks?|plans?|specs?|notes)\/[\w./@-]{0,80}`/i;
const code = /^(?: {4}|\t|\s*(?:`{3,}|~{3,}))/;

/**
 * What a section that the reader works by has in place of what it is about: only words on where to read (`elsewhere`), or,
 * for the context, names of documents. Undefined for one that stands alone. `lines` are those of the text.
 */
export function leansOn(section: Section, lines: readonly string[]): 'elsewhere' | 'documents' | undefined {
  if (!section.roles.some((role) => needed.includes(role))) return undefined;
  if (isPointer(section, lines)) return 'elsewhere';
  return section.roles.includes('context') && namesOnlyDocuments(section, lines) ? 'documents' : undefined;
}

/** True for a section that holds nothing but words on where to read what it is about. `lines` are those of the text. */
export function isPointer(section: Section, lines: readonly string[]): boolean {
  const body = bodyOf(section, lines);
  if (body.length === 0 || body.length > most.lines || body.some((line) => code.test(line))) return false;
  if (body.join('').length > most.characters) return false;
  return body.every((line, i) => i > 0 || pointsElsewhere(line)) && body.some((line) => place.test(line));
}

/** True for a path of a text to be read. */
function isDocument(path: string): boolean {
  return /\.(?:md|mdx|rst|adoc|txt|pdf|docx)$/i.test(path) || /(?:^|\/)docs?\/$/.test(path);
}

/** True for a section whose files are documents only, at least two: it tells where the knowledge is, and not what it is. */
function namesOnlyDocuments(section: Section, lines: readonly string[]): boolean {
  const body = bodyOf(section, lines);
  if (body.length > 20 || body.some((line) => code.test(line))) return false;
  const named = body.map((line) => readPaths(line).map(({ path }) => path));
  const all = named.flat();
  const bare = body.filter((_, i) => named[i]?.length === 0);
  return all.length > 1 && all.every(isDocument) && bare.length * 3 <= body.length;
}

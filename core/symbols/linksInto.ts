import type { Range } from 'vscode-languageserver-textdocument';
import type { TextFile } from '../edits/movePlan';
import { within } from '../edits/planEdit';
import { PlanText } from '../plan/planText';
import { defaultReading } from '../plan/reading';
import { findLinks, type Link } from '../rules/search/links';
import { splitLines } from '../text/blocks';
import { wholeOf } from '../text/positions';
import { decodedPath, pathFrom } from '../text/relativePath';
import { fragmentOf } from './anchors';

/** A link to a place of a file: where it says which. */
export interface LinkInto {
  /** Without `#`, as it is written. */
  name: string;
  /** Where the name stands. */
  range: Range;
}

/** The links of a file's own text to its places: `#…`, and by the file's own name. */
export function ownLinks(links: Iterable<Link>, path: string | undefined): LinkInto[] {
  return linksInto(links, path, path);
}

/** The links of another file to places of the one at `path`; both paths are from one top, with `/`. */
export function linksFrom({ path: from, text }: TextFile, path: string): LinkInto[] {
  // Most files link to no place of another one.
  if (!text.includes('#') || (!text.includes(nameOf(path).replace(/ /g, '%20')) && !text.includes(nameOf(path))))
    return [];
  const { searchable } = new PlanText(splitLines(text), defaultReading);
  return linksInto(searchable.find(findLinks, wholeOf(searchable.lines)), from, path);
}

function linksInto(links: Iterable<Link>, from: string | undefined, path: string | undefined): LinkInto[] {
  const found: LinkInto[] = [];
  for (const link of links) {
    const fragment = link.kind === 'anchor' || link.kind === 'relative' ? fragmentOf(link) : undefined;
    if (!fragment) continue;
    const { name, character } = fragment;
    if (link.kind === 'anchor' ? from !== path : placeOf(link.target, from) !== path || path === undefined) continue;
    found.push({ name, range: within(link.line, character, character + name.length) });
  }
  return found;
}

/** The path that a relative link leads to; undefined for one that leads out of the top. */
function placeOf(target: string, from: string | undefined): string | undefined {
  const path = decodedPath(target.replace(/[?#].*$/, ''));
  return from === undefined || path === '' ? undefined : pathFrom(from.split('/').slice(0, -1), path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

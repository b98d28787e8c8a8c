import type { DocumentLink } from 'vscode-languageserver';
import { within } from '../../../core/edits/planEdit';
import { findLinks } from '../../../core/rules/search/links';
import { anchorsOf, fragmentOf } from '../../../core/symbols/anchors';
import { type NamedPlace, pathsIn } from '../../../core/symbols/paths';
import { wholeOf } from '../../../core/text/positions';
import { decodedPath } from '../../../core/text/relativePath';
import type { PlanSource } from './planSource';

/** Finds the files that paths in a plan mean, by their URIs; undefined for one that is not there, or of which nobody can tell. */
export type FindFiles = (paths: readonly string[]) => Promise<readonly (string | undefined)[]>;

/** The paths of a text that lead to files, with the lines that they name; for a client that knows no Markdown its links, too. */
export async function documentLinks(source: PlanSource, find: FindFiles): Promise<DocumentLink[]> {
  const { searchable } = source.analysis;
  const places = pathsIn(searchable);
  const linked = source.client.markdown ? [] : linksToFiles(source);
  const all = [...places, ...linked];
  const targets = await find(all.map(({ path }) => path));
  const links = all.flatMap((place, i): DocumentLink[] => {
    const target = targets[i];
    return target === undefined ? [] : [{ range: place.range, target: target + lineFragment(place) }];
  });
  return source.client.markdown ? links : [...links, ...anchorLinks(source)];
}

/** As VS Code and others read it: `#L12,3`. */
function lineFragment({ line, column }: Pick<NamedPlace, 'line' | 'column'>): string {
  return line === undefined ? '' : `#L${line}${column === undefined ? '' : `,${column}`}`;
}

function linksToFiles({ analysis: { searchable } }: PlanSource): NamedPlace[] {
  return searchable.find(findLinks, wholeOf(searchable.lines)).flatMap(({ kind, target, line, targetCharacter }) => {
    const path = kind === 'relative' ? decodedPath(target.replace(/[?#].*$/, '')) : '';
    if (path === '') return [];
    const number = /#L(\d{1,7})/.exec(target)?.[1];
    return [
      {
        path: /^\.{1,2}\//.test(path) ? path : `./${path}`,
        line: number === undefined ? undefined : Number(number),
        column: undefined,
        range: within(line, targetCharacter, targetCharacter + target.length),
      },
    ];
  });
}

function anchorLinks({ uri, analysis: { searchable } }: PlanSource): DocumentLink[] {
  const anchors = anchorsOf(searchable);
  return searchable.find(findLinks, wholeOf(searchable.lines)).flatMap((link) => {
    const fragment = link.kind === 'anchor' ? fragmentOf(link) : undefined;
    const line = fragment && anchors.lineOf(fragment.name);
    if (line === undefined) return [];
    const { targetCharacter, target } = link;
    return [
      { range: within(link.line, targetCharacter, targetCharacter + target.length), target: `${uri}#L${line + 1}` },
    ];
  });
}

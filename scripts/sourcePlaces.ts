import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, dirname, relative, resolve } from 'node:path';
import { root } from './paths';

/**
 * Rewrites places in a bundle (`bundle.js:120:7`) as places in its sources (`test/parse.test.ts:9:3`), by the map that
 * was written beside the bundle. Node could do so itself, but maps every error that is made, also the expected ones.
 */
export function withSourcePlaces(text: string, bundle: string): string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const name = basename(bundle).replaceAll('.', '\\.');
  const places = new RegExp(`[^\\s()]*\\b${name}(#[\\w-]+)?:(\\d+):(\\d+)`, 'g');
  return text.replaceAll(places, (place, wrapped: string | undefined, line: string, column: string) => {
    // VS Code's web host wraps a module in a function whose head takes two lines, and marks the place with a fragment.
    const found = map.findEntry(Number(line) - (wrapped ? 3 : 1), Number(column) - 1);
    if (!('originalSource' in found)) return place;
    const file = relative(root, resolve(dirname(bundle), found.originalSource));
    return `${file}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

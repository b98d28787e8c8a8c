import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../../scripts/files';
import { root } from '../support/root';

/**
 * The rooms from the lowest to the highest: a file imports from its own room and from lower ones. A room is the longest
 * path here that a file's path begins with.
 */
const rooms = [
  'core/text/',
  'core/words/',
  'core/plan/',
  'core/edits/',
  'core/merge/',
  'core/rules/',
  'core/symbols/',
  'core/handoff/',
  'core/readiness/',
  'core/configuration/',
  'core/',
  'core/actions/',
  'core/calls/',
  'core/tools/',
  'files/writing/',
  'files/journal/',
  'files/',
  'node/',
  'server/src/protocol.ts',
  'server/src/features/',
  'server/src/workspace/',
  'server/src/',
  'mcp/',
  'cli/machine/',
  'cli/search/',
  'cli/plans/',
  'cli/report/',
  'cli/mcp/',
  'cli/hook/',
  'cli/agents/',
  'cli/commands/',
  'cli/',
  'webview/',
  'client/src/server/',
  'client/src/files/',
  'client/src/front/',
  'client/src/views/',
  'client/src/commands/',
  'client/src/agents/',
  'client/src/',
] as const;

/** What a program may import beside core/ and files/, which all may: by the path that its files begin with. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  core: [],
  files: [],
  node: ['node'],
  server: ['server', 'node'],
  mcp: ['mcp'],
  cli: ['cli', 'mcp', 'node', 'package.json'],
  webview: ['webview', 'server/src/protocol.ts'],
  client: ['client', 'server/src/protocol.ts', 'webview/messages.ts'],
};

const sources = Object.keys(neighbours)
  .flatMap((folder) => filesBelow(fileURLToPath(new URL(folder, root))))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.slice(fileURLToPath(root).length).replaceAll('\\', '/'));

/** By file: the files that it imports, types included, by their paths below the project's folder. */
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(new URL(file, root), 'utf8');
  return [...text.matchAll(/\b(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, path = '']) => {
    const target = normalize(join(dirname(file), path)).replaceAll('\\', '/');
    return [`${target}.ts`, `${target}.tsx`].find((each) => sources.includes(each)) ?? target;
  });
}

const roomOf = (file: string) =>
  rooms.filter((room) => file.startsWith(room)).sort((a, b) => b.length - a.length)[0] as (typeof rooms)[number];

describe('the rooms', () => {
  it('hold every source file, and none is empty', () => {
    assert.ok(sources.length > 300);
    for (const file of sources) assert.ok(roomOf(file), `${file} is in no room of the list`);
    for (const room of rooms)
      assert.ok(
        sources.some((file) => roomOf(file) === room),
        `${room} has no file`,
      );
  });

  it('import nothing from a higher room', () => {
    const wrong = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => sources.includes(target) && rooms.indexOf(roomOf(file)) < rooms.indexOf(roomOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('import from another program nothing but its protocol or its messages', () => {
    const wrong = [...imports].flatMap(([file, targets]) =>
      targets
        .filter(
          (target) =>
            !['core/', 'files/', ...(neighbours[file.split('/')[0] as string] as string[])].some((allowed) =>
              target.startsWith(allowed),
            ) ||
            (file.startsWith('core/') && !target.startsWith('core/')),
        )
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('import what the drawing of docs/architecture.md says, and nothing else', () => {
    const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');
    const drawing = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const below = new Map<string, Set<string>>();
    for (const line of drawing.split('\n').filter((each) => /-->|\.->/.test(each))) {
      const parts = line.split(/-->|-\..*?\.->/).map((names) => names.split('&').map((name) => name.trim()));
      for (const [i, targets] of parts.slice(1).entries())
        for (const from of parts[i] as string[]) below.set(from, new Set([...(below.get(from) ?? []), ...targets]));
    }
    const drawnFor = (file: string) => {
      const [program, folder, ...more] = file.split('/') as [string, ...string[]];
      return program !== 'core' ? program : more.length > 0 ? (folder as string) : 'check';
    };
    const reached = (from: string): Set<string> =>
      new Set([from, ...[...(below.get(from) ?? [])].flatMap((each) => [...reached(each)])]);
    const wrong = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => sources.includes(target) && !reached(drawnFor(file)).has(drawnFor(target)))
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('have no file that imports itself, by way of others', () => {
    const done = new Set<string>();
    const circleFrom = (file: string, way: readonly string[]): readonly string[] | undefined => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const target of imports.get(file) ?? []) {
        const circle = circleFrom(target, [...way, file]);
        if (circle) return circle;
      }
      done.add(file);
      return undefined;
    };
    const circles = sources.flatMap((file) => {
      const circle = circleFrom(file, []);
      return circle ? [circle.join(' → ')] : [];
    });
    assert.deepEqual(circles, []);
  });

  // What Biome's restricted imports and globals cannot say.
  it('have no clock in core/: the present is an argument', () => {
    for (const file of sources.filter((each) => each.startsWith('core/')))
      assert.doesNotMatch(readFileSync(new URL(file, root), 'utf8'), /Date\.now\(|new Date\(\)/, file);
  });
});

describe('patterns', () => {
  it('have [a-z] or [a-zß-ÿ] behind a Latin stem: \\p{L} costs ten times as much to compile where case is ignored', () => {
    for (const file of sources) assert.doesNotMatch(readFileSync(new URL(file, root), 'utf8'), /[a-z]\\p\{L\}\{/, file);
  });
});

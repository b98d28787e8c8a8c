import type { Existence } from '../../core/rules/existence';
import { type FolderTasks, justRecipes, makeTargets, npmScripts } from '../../core/text/tasks';

const sampleTasks: FolderTasks = {
  npm: npmScripts('{ "scripts": { "build": "tsc", "test": "node --test", "start": "node ." } }'),
  make: makeTargets('all: thumbnails\n\nthumbnails:\n\tnode thumbnails.js\n\n.PHONY: all thumbnails\n'),
  just: justRecipes('serve port="8080":\n  node . {{port}}\n'),
};

/** A workspace that is only a list of paths, as seen from one plan in it. It may change while it is in use. */
export class MemoryFiles implements Existence {
  readonly #paths: Set<string>;

  /** All paths count from the workspace's root, that of the plan too. */
  constructor(
    private readonly plan: string,
    paths: readonly string[],
  ) {
    this.#paths = new Set(paths);
  }

  get paths(): readonly string[] {
    return [...this.#paths];
  }

  add(path: string): void {
    this.#paths.add(path);
  }

  remove(path: string): void {
    this.#paths.delete(path);
  }

  has(path: string): boolean {
    const folders = this.plan.split('/').slice(0, -1);
    if (/^\.{1,2}\//.test(path)) return this.#holds(joined(folders, path));
    return folders.concat('').some((_, depth) => this.#holds(joined(folders.slice(0, depth), path)));
  }

  /** What can be run at the top. */
  tasks(): FolderTasks {
    return sampleTasks;
  }

  #holds(path: string | undefined): boolean {
    return (
      path !== undefined && (this.#paths.has(path) || [...this.#paths].some((each) => each.startsWith(`${path}/`)))
    );
  }
}

/** A path below some folders, `.` and `..` followed; undefined where it leaves the workspace. */
function joined(folders: readonly string[], path: string): string | undefined {
  const parts = [...folders];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** What lies around the plans of examples and fixtures. */
export const sampleFiles = new MemoryFiles('docs/plans/thumbnails.md', [
  '.agent/PLANS.md',
  'README.md',
  'docs/cache.md',
  'docs/plans/thumbnails.md',
  'docs/plans/gallery.md',
  'migrations/001_cache.sql',
  'src/cache.ts',
  'src/server.ts',
]);

import picomatch from 'picomatch/posix';
import { configurationName } from '../../core/configuration/repositoryFile';
import { type FileGlobs, fileGlobsOf } from '../../files/fileGlobs';
import { FilePolicy, isLookedAt } from '../../files/filePolicy';
import { IgnoreRules } from '../../files/ignoreRules';
import { relativeToPath } from '../../files/paths';
import { type Entry, walk } from '../../files/walk';
import { type Complain, messageOf, shownPath } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { NotUtf8 } from '../machine/text';
import type { CheckContexts } from './checkContexts';
import type { Repositories } from './repositories';

/** A file to be checked. */
export interface FoundFile {
  /** Its path as people see it: as they gave it, or below the folder that they gave. `-` is the standard input. */
  file: string;
  path: string;
  /** True for one that was named itself: it is read whatever it is. */
  isNamed: boolean;
}

/** What is looked for below a folder: what globs mean; without them what the settings say of plans, as the editor does. */
interface Wanted {
  globs?: readonly string[];
  isMarkdown?: (file: string) => boolean;
}

/** The standard input, among files. */
export const standardInput = '-';

/**
 * Finds the files that somebody means: a file itself; the Markdown files of a folder, or those that a glob matches, but
 * for what git ignores; and without any target, below the current folder what lies where plans lie, as the editor does.
 */
export class PlanSearch {
  readonly #rules = new Map<string, IgnoreRules>();

  constructor(
    private readonly machine: Machine,
    private readonly repositories: Repositories,
    private readonly contexts: CheckContexts,
    private readonly complain: Complain,
  ) {}

  /** Each file once, in the order of the targets, and by path below each. */
  async find(targets: readonly string[]): Promise<FoundFile[]> {
    const { machine } = this;
    const found =
      targets.length === 0
        ? await this.#below(machine.resolve('.'), '', {})
        : (await Promise.all(targets.map((target) => this.#meantBy(target)))).flat();
    const byPath = new Map<string, FoundFile>();
    for (const each of found) if (!byPath.has(each.path)) byPath.set(each.path, each);
    return [...byPath.values()];
  }

  /** What lies where plans lie below a folder (an absolute path); `prefix` stands before the names that people see. */
  findBelow(folder: string, prefix: string): Promise<FoundFile[]> {
    return this.#below(folder, prefix, {});
  }

  /** The Markdown files below a folder (an absolute path) that a glob matches, by their paths below it. */
  findMatching(folder: string, glob: string): Promise<FoundFile[]> {
    return this.#below(folder, '', { globs: [glob] });
  }

  async #meantBy(target: string): Promise<FoundFile[]> {
    const { machine } = this;
    const path = machine.resolve(target);
    if (target === standardInput) return [{ file: target, path, isNamed: true }];
    const there = await machine.look(path);
    if (there?.isFolder) return this.#below(path, prefixOf(target), { globs: ['**'] });
    // A file that cannot be looked at is named with the reason when it is read.
    if (there || !isGlob(target)) return [{ file: target, path, isNamed: true }];
    const { base, glob } = await this.#cut(target);
    if (!isGlob(glob)) return [{ file: target, path, isNamed: true }];
    const files = await this.#below(machine.resolve(base || '.'), prefixOf(base), {
      globs: [glob],
      isMarkdown: (file) => /\.(?:md|markdown)$/i.test(file),
    });
    if (files.length === 0) this.complain(`${target}: no Markdown file matches`, 'failure');
    return files;
  }

  /** A glob, and the longest part in front of it that is a folder as it is written: `[x]` can be a folder's name. */
  async #cut(target: string): Promise<{ base: string; glob: string }> {
    const { machine } = this;
    for (let end = target.lastIndexOf('/'); end >= 0; end = target.lastIndexOf('/', end - 1)) {
      const base = target.slice(0, end) || '/';
      if ((await machine.look(machine.resolve(base)))?.isFolder) return { base, glob: target.slice(end + 1) };
      if (end === 0) break;
    }
    return { base: '', glob: target };
  }

  /** The wanted files below a folder, but for those that git ignores. */
  async #below(folder: string, prefix: string, { globs, isMarkdown }: Wanted): Promise<FoundFile[]> {
    const top = this.repositories.rootOf(folder) ?? folder;
    const inTop = (path: string) => `${folder}/${path}`.slice(top.length + 1);
    const rules = this.#rulesOf(top);
    // What somebody names is wanted, though git may ignore it.
    const isWholeIgnored = folder !== top && (await rules.ignores(inTop('')));
    const named = globs && { locations: globs, include: [], exclude: [] };
    /** What the settings say, by the directories that have their own; all of them from the root of the repository. */
    const globsIn = new Map<string, FileGlobs>();
    const policy = new FilePolicy({
      globsOf: (path) => named ?? (nearest(globsIn, path) as FileGlobs),
      isIgnored: async (path) => !isWholeIgnored && (await rules.ignores(named ? inTop(path) : path)),
      ...(isMarkdown && { isMarkdown }),
    });
    const asked = named ? (path: string) => path : inTop;
    const list = async (directory: string): Promise<readonly Entry[]> => {
      const path = `${folder}/${directory}`;
      const entries = await this.#list(path.replace(/\/$/, ''));
      // A directory is listed before anything in it is asked for.
      if (!named && (directory === '' || entries.some(({ name }) => name === configurationName)))
        globsIn.set(inTop(directory), await this.#globsFor(path + configurationName, top));
      return entries;
    };
    const { files } = await walk({
      list,
      isWanted: (file) => isLookedAt(policy.reasonBySettings(asked(file))),
      isSkipped: (directory) => policy.skips(asked(directory)),
      token: { isCancellationRequested: false },
      bounds: unbounded,
    });
    const kept: FoundFile[] = [];
    for (const file of files.sort()) {
      const path = `${folder}/${file}`;
      if (isLookedAt(await policy.reasonFor(asked(file))) && (await this.#isFile(path)))
        kept.push({ file: prefix + file, path, isNamed: false });
    }
    return kept;
  }

  /** The globs that count for a file, from the top of its repository. */
  async #globsFor(path: string, top: string): Promise<FileGlobs> {
    return fileGlobsOf((await this.contexts.of(path)).settings, relativeToPath(top));
  }

  /** What stands in a folder; what cannot be looked at is named, and counts as empty. */
  async #list(folder: string): Promise<readonly Entry[]> {
    try {
      return await this.machine.list(folder);
    } catch (error) {
      this.complain(`${shownPath(folder, this.machine)}: ${messageOf(error)}`, 'failure');
      return [];
    }
  }

  /** False for a folder, and for a link that leads nowhere. */
  async #isFile(path: string): Promise<boolean> {
    return (await this.machine.look(path))?.isFolder === false;
  }

  #rulesOf(top: string): IgnoreRules {
    const known = this.#rules.get(top);
    if (known) return known;
    const rules = new IgnoreRules((path) => this.#readRules(`${top}/${path}`));
    this.#rules.set(top, rules);
    return rules;
  }

  /** The text of a file of rules; undefined where there is none. Git reads bytes, whatever they are. */
  async #readRules(path: string): Promise<string | undefined> {
    if (!(await this.#isFile(path))) return undefined;
    try {
      return await this.machine.read(path);
    } catch (error) {
      if (error instanceof NotUtf8) return error.guess;
      this.complain(`${shownPath(path, this.machine)}: ${messageOf(error)}`, 'failure');
      return undefined;
    }
  }
}

/** Nothing is left out: the editor's limits are for a list that is made while somebody waits. */
const unbounded = {
  directories: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
  files: Number.POSITIVE_INFINITY,
};

function isGlob(text: string): boolean {
  return picomatch.scan(text, { nonegate: true }).isGlob;
}

/** What is known of the nearest directory (`docs/`) that holds a path. */
function nearest<T>(byDirectory: ReadonlyMap<string, T>, path: string): T | undefined {
  const directory = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
  return byDirectory.get(directory) ?? (directory === '' ? undefined : nearest(byDirectory, directory));
}

/** What stands in front of the paths below a folder: `` for the current one. */
function prefixOf(folder: string): string {
  const plain = folder.replace(/(?<=.)\/+$/, '').replace(/^\.(?:\/|$)/, '');
  return plain === '' || plain.endsWith('/') ? plain : `${plain}/`;
}

import type { FileGlobs } from './fileGlobs';
import { globsMatch } from './globs';
import { alwaysSkipped } from './walk';

/**
 * Why a file is looked at, or is not:
 * - `included`: the setting `files.include` names it: a plan whatever it holds
 * - `located`: it lies where plans are looked for (`files.locations`)
 * - `followed`: it lies elsewhere, but somebody had it open, and it was a plan
 * - `excluded`: the setting `files.exclude` names it
 * - `hidden`: VS Code's `files.exclude` hides it or a folder above it, or it lies in `node_modules` or `.git`
 * - `ignored`: git ignores it, alone or with a folder above it
 * - `elsewhere`: it is no Markdown file, or lies where no plans are looked for
 */
export type FileReason = LookedAtReason | 'excluded' | 'hidden' | 'ignored' | 'elsewhere';

/** The reasons for which a file is looked at. */
export type LookedAtReason = 'included' | 'located' | 'followed';

/** What a policy is made from. Globs and paths are relative to the folder, with `/`. */
export interface FilePolicyOptions {
  /** The globs that count for a path: the same object for all paths that the same ones count for. */
  globsOf(path: string): FileGlobs;
  /** What the editor hides, as globs. */
  hidden?: readonly string[];
  /** True for a path that git ignores, alone or with a folder above it; a directory's ends with `/`. */
  isIgnored(path: string): Promise<boolean>;
  /** True for a name that may be a plan's: by default one that ends as a Markdown file's does. */
  isMarkdown?(path: string): boolean;
}

/** What some globs mean. */
interface Matchers extends Readonly<Record<'isLocated' | 'isIncluded' | 'isExcluded', (path: string) => boolean>> {
  /** What was found out. */
  byPath: Map<string, FileReason>;
}

/**
 * Which files of one folder are looked at, for the editor, the server and the command line alike. Each path is matched
 * against its globs once.
 */
export class FilePolicy {
  readonly #matchers = new Map<FileGlobs, Matchers>();
  readonly #isHidden: (path: string) => boolean;
  readonly #isMarkdown: (path: string) => boolean;
  /** By directory, whether it or one above it is hidden: most files need one look. */
  readonly #hiddenDirectories = new Map<string, boolean>([['', false]]);

  constructor(private readonly options: FilePolicyOptions) {
    const { hidden = [], isMarkdown = isMarkdownName } = options;
    this.#isHidden = globsMatch(hidden);
    this.#isMarkdown = isMarkdown;
  }

  /** The reason as far as the settings tell it, without git. */
  reasonBySettings(path: string): Exclude<FileReason, 'followed' | 'ignored'> {
    const matchers = this.#matchersOf(path);
    const known = matchers.byPath.get(path);
    if (known) return known as ReturnType<FilePolicy['reasonBySettings']>;
    const found = this.#find(path, matchers);
    matchers.byPath.set(path, found);
    return found;
  }

  /** Why a file is looked at, or is not; `isFollowed` tells whether it is one that somebody had open. */
  async reasonFor(path: string, isFollowed = false): Promise<FileReason> {
    const reason = this.reasonBySettings(path);
    if (reason === 'included' || reason === 'excluded') return reason;
    if (reason === 'located' && !(await this.options.isIgnored(path))) return reason;
    if (isFollowed) return 'followed';
    return reason === 'located' ? 'ignored' : reason;
  }

  /** True for a path that is hidden, alone or with a folder above it. */
  isHidden(path: string): boolean {
    return this.#isHiddenDirectory(parentOf(path)) || this.#isHiddenItself(path);
  }

  /** True for a directory (`docs/`) in which no file is looked at. The settings may name what git ignores. */
  async skips(directory: string): Promise<boolean> {
    if (this.#isHiddenDirectory(directory.replace(/\/$/, ''))) return true;
    return !this.#mayInclude(directory) && this.options.isIgnored(directory);
  }

  #find(path: string, { isExcluded, isIncluded, isLocated }: Matchers): Exclude<FileReason, 'followed' | 'ignored'> {
    if (!this.#isMarkdown(path)) return 'elsewhere';
    if (isExcluded(path)) return 'excluded';
    if (this.isHidden(path)) return 'hidden';
    return isIncluded(path) ? 'included' : isLocated(path) ? 'located' : 'elsewhere';
  }

  #matchersOf(path: string): Matchers {
    const globs = this.options.globsOf(path);
    const known = this.#matchers.get(globs);
    if (known) return known;
    const made = {
      isLocated: globsMatch(globs.locations),
      isIncluded: globsMatch(globs.include),
      isExcluded: globsMatch(globs.exclude),
      byPath: new Map(),
    };
    this.#matchers.set(globs, made);
    return made;
  }

  #isHiddenDirectory(directory: string): boolean {
    const known = this.#hiddenDirectories.get(directory);
    if (known !== undefined) return known;
    const isHidden = this.#isHiddenDirectory(parentOf(directory)) || this.#isHiddenItself(directory);
    this.#hiddenDirectories.set(directory, isHidden);
    return isHidden;
  }

  #isHiddenItself(path: string): boolean {
    return alwaysSkipped.has(path.slice(path.lastIndexOf('/') + 1)) || this.#isHidden(path);
  }

  /** True where a file that the settings include may lie below a directory (`docs/`). */
  #mayInclude(directory: string): boolean {
    return this.options.globsOf(directory).include.some((glob) => {
      const start = /^[^*?{[(!+@\\]*/.exec(glob.replace(/^\.?\//, ''))?.[0] ?? '';
      return start.startsWith(directory) || directory.startsWith(start.slice(0, start.lastIndexOf('/') + 1));
    });
  }
}

/** True for the reasons for which a file is looked at. */
export function isLookedAt(reason: FileReason): reason is LookedAtReason {
  return reason === 'included' || reason === 'located' || reason === 'followed';
}

/** True for a name that ends as a Markdown file's does: only those are ever plans that are found. */
export function isMarkdownName(path: string): boolean {
  return /\.md$/i.test(path);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

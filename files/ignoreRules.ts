import ignore, { type Ignore } from 'ignore';

/** A file's text by its path below the folder (`docs/.gitignore`); undefined where there is none. */
export type ReadRules = (path: string) => Promise<string | undefined>;

/** The rules that stand in one directory; `base` is that directory: `` or `docs/`. */
interface DirectoryRules {
  base: string;
  rules: Ignore;
}

/**
 * Which files of a folder git leaves alone: `.git/info/exclude`, then each `.gitignore` from the folder down, as far as
 * somebody asks. The folder counts as the top of its repository; what stands above it, and git's global list, do not
 * count. Each file of rules is read once, until `forget`.
 */
export class IgnoreRules {
  /** By directory (`` or `docs/`): the rules that hold for what is in it, the strongest last; null when it is ignored. */
  readonly #byDirectory = new Map<string, Promise<readonly DirectoryRules[] | null>>();

  constructor(private readonly read: ReadRules) {}

  /** True for a path below the folder (`docs/a.md`; a directory ends with `/`) that git ignores, alone or with its parents. */
  async ignores(path: string): Promise<boolean> {
    const rules = await this.#rulesFor(parentOf(path));
    return rules === null || isIgnoredBy(rules, path) === true;
  }

  /** After a change of any such file. */
  forget(): void {
    this.#byDirectory.clear();
  }

  #rulesFor(directory: string): Promise<readonly DirectoryRules[] | null> {
    const known = this.#byDirectory.get(directory);
    if (known) return known;
    const made = this.#readRules(directory);
    this.#byDirectory.set(directory, made);
    return made;
  }

  async #readRules(directory: string): Promise<readonly DirectoryRules[] | null> {
    if (directory === '') return this.#withOwn(await this.#withOwn([], '', '.git/info/exclude'), '');
    const above = await this.#rulesFor(parentOf(directory));
    if (above === null) return null;
    const isIgnored = isIgnoredBy(above, directory);
    if (isIgnored === true) return null;
    // The matcher says "ignored" of all below a directory that its rules ignore. Where rules below have won, it must not.
    const reincluded =
      isIgnored === false ? above.map((directoryRules) => reinclude(directoryRules, directory)) : above;
    return this.#withOwn(reincluded, directory);
  }

  async #withOwn(
    rules: readonly DirectoryRules[],
    base: string,
    path = `${base}.gitignore`,
  ): Promise<readonly DirectoryRules[]> {
    const text = await this.read(path);
    return text === undefined ? rules : [...rules, { base, rules: newRules().add(text) }];
  }
}

function newRules(): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }); // an odd path is no reason to throw
}

/** What the strongest rule says that says anything: true for ignored, false for re-included, undefined for neither. */
function isIgnoredBy(directories: readonly DirectoryRules[], path: string): boolean | undefined {
  for (const { base, rules } of directories.toReversed()) {
    const { ignored, unignored } = rules.test(path.slice(base.length));
    if (ignored || unignored) return ignored;
  }
  return undefined;
}

function reinclude({ base, rules }: DirectoryRules, directory: string): DirectoryRules {
  const literal = directory.slice(base.length).replace(/[\\*?[\]! #]/g, '\\$&');
  return { base, rules: newRules().add(rules).add(`!/${literal}`) };
}

/** The directory that a path stands in: `` or `docs/`. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

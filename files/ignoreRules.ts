import ignore, { type Ignore } from 'ignore';

/** A file's text by its path below the folder (`docs/.gitignore`); undefined where there is none. */
export type ReadRules = (path: string) => Promise<string | undefined>;

/** The rules that stand in one directory; `base` is that directory: `` or `docs/`. */
interface Level {
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
  readonly #levels = new Map<string, Promise<readonly Level[] | null>>();

  constructor(private readonly read: ReadRules) {}

  /** True for a path below the folder (`docs/a.md`; a directory ends with `/`) that git ignores, alone or with its parents. */
  async ignores(path: string): Promise<boolean> {
    const levels = await this.#levelsOf(parentOf(path));
    return levels === null || verdictOf(levels, path) === true;
  }

  /** After a change of any such file. */
  forget(): void {
    this.#levels.clear();
  }

  #levelsOf(directory: string): Promise<readonly Level[] | null> {
    const known = this.#levels.get(directory);
    if (known) return known;
    const made = this.#makeLevels(directory);
    this.#levels.set(directory, made);
    return made;
  }

  async #makeLevels(directory: string): Promise<readonly Level[] | null> {
    if (directory === '') return this.#withOwn(await this.#withOwn([], '', '.git/info/exclude'), '');
    const above = await this.#levelsOf(parentOf(directory));
    if (above === null) return null;
    const verdict = verdictOf(above, directory);
    if (verdict === true) return null;
    // The matcher says "ignored" of all below a directory that its rules ignore. Where rules below have won, it must not.
    const reincluded = verdict === false ? above.map((level) => reinclude(level, directory)) : above;
    return this.#withOwn(reincluded, directory);
  }

  async #withOwn(levels: readonly Level[], base: string, path = `${base}.gitignore`): Promise<readonly Level[]> {
    const text = await this.read(path);
    return text === undefined ? levels : [...levels, { base, rules: newRules().add(text) }];
  }
}

function newRules(): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }); // an odd path is no reason to throw
}

/** What the strongest rule says that says anything: true for ignored, false for re-included, undefined for neither. */
function verdictOf(levels: readonly Level[], path: string): boolean | undefined {
  for (const { base, rules } of levels.toReversed()) {
    const { ignored, unignored } = rules.test(path.slice(base.length));
    if (ignored || unignored) return ignored;
  }
  return undefined;
}

function reinclude({ base, rules }: Level, directory: string): Level {
  const literal = directory.slice(base.length).replace(/[\\*?[\]! #]/g, '\\$&');
  return { base, rules: newRules().add(rules).add(`!/${literal}`) };
}

/** The directory that a path stands in: `` or `docs/`. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

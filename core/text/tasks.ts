/** What a file of a repository says can be run by name. */
export interface TaskNames {
  names: readonly string[];
  /** False where there may be more than can be read there: it includes others, makes names up, or was itself made. */
  isComplete: boolean;
}

/** A tool that runs what a file names, and what that file is called, the first one that is there. */
export const taskTools = {
  npm: { files: ['package.json'], read: npmScripts },
  make: { files: ['GNUmakefile', 'makefile', 'Makefile'], read: makeTargets },
  just: { files: ['justfile', 'Justfile', '.justfile'], read: justRecipes },
} as const satisfies Readonly<Record<string, { files: readonly string[]; read(text: string): TaskNames }>>;

export type TaskTool = keyof typeof taskTools;

/** What can be run in one folder, by tool; a tool without its file is left out. */
export type FolderTasks = { readonly [Tool in TaskTool]?: TaskNames };

/** What can be run in a folder, from its files: `read` yields the text of one, null where it is not there. */
export async function readTasks(read: (name: string) => Promise<string | null>): Promise<FolderTasks> {
  const tools = Object.entries(taskTools) as [TaskTool, (typeof taskTools)[TaskTool]][];
  const found = await Promise.all(
    tools.map(async ([tool, { files, read: namesOf }]): Promise<[TaskTool, TaskNames][]> => {
      for (const name of files) {
        const text = await read(name).catch(() => null);
        if (text === null) continue;
        const tasks = namesOf(text);
        // Where there are packages below, a command may be one of theirs.
        const isWhole = tool !== 'npm' || (await read('pnpm-workspace.yaml').catch(() => null)) === null;
        return [[tool, isWhole ? tasks : { ...tasks, isComplete: false }]];
      }
      return [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** What can be run in several folders, together: it is complete where each of them is. */
export function mergedTasks(all: readonly FolderTasks[]): FolderTasks {
  return Object.fromEntries(
    (Object.keys(taskTools) as TaskTool[]).flatMap((tool) => {
      const own = all.flatMap((each) => each[tool] ?? []);
      if (own.length === 0) return [];
      const names = [...new Set(own.flatMap((each) => each.names))];
      return [[tool, { names, isComplete: own.every(({ isComplete }) => isComplete) }]];
    }),
  );
}

/**
 * What can be run in the folders from the top down to a file, together: `path` is that file's below the top, and `read` yields
 * the text of one there.
 */
export async function tasksAround(path: string, read: (path: string) => Promise<string | null>): Promise<FolderTasks> {
  const below = path.split('/').slice(0, -1);
  const folders = ['', ...below.map((_, depth) => `${below.slice(0, depth + 1).join('/')}/`)];
  return mergedTasks(await Promise.all(folders.map((folder) => readTasks((name) => read(folder + name)))));
}

/** All files that say what can be run. */
export const taskFiles: readonly string[] = Object.values(taskTools).flatMap(({ files }) => [...files]);

/** The scripts of a `package.json`; none that is sure of one that cannot be read. */
export function npmScripts(text: string): TaskNames {
  try {
    const { scripts, workspaces } = JSON.parse(text.replace(/^\uFEFF/, '')) as {
      scripts?: unknown;
      workspaces?: unknown;
    };
    const isObject = typeof scripts === 'object' && scripts !== null && !Array.isArray(scripts);
    // Where there are packages below, a command may be one of theirs.
    const isComplete = (scripts === undefined || isObject) && workspaces === undefined;
    return { names: isObject ? Object.keys(scripts) : [], isComplete };
  } catch {
    return { names: [], isComplete: false };
  }
}

const includes =
  /^\s*[-s]?include\b|^\s*define\b|\$[({](?:eval|call|shell|foreach)\b|^\.DEFAULT\s*:|\.SECONDEXPANSION/m;
const generated = /\bgenerated\s(?:by|from|file|automatically)|\bautomake\b|\bdo not (?:edit|modify)\b/i;

/** The targets of a Makefile. */
export function makeTargets(text: string): TaskNames {
  const names = new Set<string>();
  let isComplete = !includes.test(text) && !generated.test(text.slice(0, 2_000));
  for (const line of unfolded(text).split('\n')) {
    if (line.length > 10_000 || /^[\t#]/.test(line)) continue;
    const [, targets, behind = ''] = /^ {0,3}([^\s:=#][^:=#]*)::?(?![=:])([^=]*)/.exec(line) ?? [];
    if (targets === undefined) continue;
    if (/[%$*?]/.test(targets)) isComplete = false;
    const isPhony = targets.trim() === '.PHONY';
    if (isPhony && behind.includes('$')) isComplete = false;
    for (const name of (isPhony ? behind.replace(/#.*$/, '') : targets).split(/\s+/))
      if (name !== '' && (isPhony || !name.startsWith('.')) && !name.includes('$')) names.add(name);
  }
  return { names: [...names], isComplete };
}

/** The recipes of a justfile, and their aliases. */
export function justRecipes(text: string): TaskNames {
  const names = new Set<string>();
  let isComplete = !/^(?:import|mod|!include)\b|^set\s+fallback\b/m.test(text);
  for (const line of unfolded(text).split('\n')) {
    if (line.length > 10_000) continue;
    const alias = /^alias\s+([A-Za-z_][\w-]*)\s*:=/.exec(line)?.[1];
    const recipe = /^@?([A-Za-z_][\w-]*)(?:\s[^:#]*)?:(?!=)/.exec(line)?.[1];
    // A default value may hold a colon.
    const isSetting = /^(?:set|export|alias|import|mod)\s|^[A-Za-z_][\w-]*\s*:=/.test(line);
    const quoted =
      recipe === undefined && !isSetting ? /^@?([A-Za-z_][\w-]*)\s[^#]*["'`(].*:(?!=)/.exec(line)?.[1] : undefined;
    for (const name of [alias, recipe, quoted]) if (name !== undefined) names.add(name);
    if (/^\s*\{\{/.test(line)) isComplete = false;
  }
  return { names: [...names], isComplete };
}

/** With the lines as one that end with a backslash. */
function unfolded(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\\\n[ \t]*/g, ' ');
}

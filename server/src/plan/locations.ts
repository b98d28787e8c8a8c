/** Folders that hold plans, wherever they stand (../shared/format.md, 3: "Whole files"). */
const folders = ['plans', 'exec-plans', 'execplans', 'exec_plans', '.agent', '.agents', '.codex'];
/** Names of plan files, and words in names, in the spellings in use. */
const names = ['PLANS', 'PLAN', 'Plans', 'Plan'];
const wordsInNames = ['EXECPLAN', 'ExecPlan', 'execplan', 'exec-plan', 'exec_plan', 'EXEC_PLAN', 'EXEC-PLAN', 'PLANS'];

/** Where plan files are looked for: globs below a workspace folder, also the ones that activate the extension. */
export const planGlobs: readonly string[] = [
  `**/{${names.join(',')}}.md`,
  `**/*{${wordsInNames.join(',')}}*.md`,
  `**/{${folders.join(',')}}/**/*.md`,
];

/** True when a file's own name calls it a plan, in any case: `PLANS.md`, `cache-execplan.md`. */
export function isPlanName(path: string): boolean {
  const name = (path.split('/').at(-1) as string).toLowerCase();
  if (!name.endsWith('.md')) return false;
  const stem = name.slice(0, -'.md'.length);
  return (
    names.some((each) => each.toLowerCase() === stem) ||
    wordsInNames.some((each) =>
      each === 'PLANS' ? path.split('/').at(-1)?.includes(each) : stem.includes(each.toLowerCase()),
    )
  );
}

/** True when a path (with `/`) is one that `planGlobs` look at, in any case. Whether it is a plan, its content tells. */
export function isPlanLocation(path: string): boolean {
  const segments = path.toLowerCase().split('/');
  const name = segments.pop() as string;
  return isPlanName(name) || (name.endsWith('.md') && segments.some((segment) => folders.includes(segment)));
}

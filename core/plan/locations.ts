import { isPlanWord, isTemplateWord } from '../words/fileNames';

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

/** True when a file's own name calls it a plan: `PLANS.md`, `cache-execplan.md`. In any case, but for `PLANS` as a part. */
export function isPlanName(path: string): boolean {
  const name = path.split('/').at(-1) as string;
  const stem = name.slice(0, -'.md'.length).toLowerCase();
  return (
    name.toLowerCase().endsWith('.md') &&
    (names.some((each) => each.toLowerCase() === stem) ||
      wordsInNames.some((each) => (each === 'PLANS' ? name.includes(each) : stem.includes(each.toLowerCase()))))
  );
}

/** True when a path (with `/`) is one that `planGlobs` look at. Whether it is a plan, its content tells. */
export function isPlanLocation(path: string): boolean {
  const segments = path.toLowerCase().split('/').slice(0, -1);
  return isPlanName(path) || (/\.md$/i.test(path) && segments.some((segment) => folders.includes(segment)));
}

/** True when a file's own name says that it is a template for plans, and nothing else: `TEMPLATE.md`, `_plan-template.md`. */
export function isTemplateName(path: string): boolean {
  const stem = (path.split('/').at(-1) as string).replace(/\.mdx?$/i, '').toLowerCase();
  const words = stem.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return words.some(isTemplateWord) && words.every((word) => isTemplateWord(word) || isPlanWord(word));
}

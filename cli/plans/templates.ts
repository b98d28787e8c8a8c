import { type PlanTemplate as PlanTemplateName, planTemplates } from '../../core/edits/newPlan';
import type { Machine } from '../machine/machine';

/** What a new plan is made from: a form of ours, or a file of the project. */
export type PlanTemplate = { form: PlanTemplateName } | { name: string; path: string };

/** Folders and files of a project in which it keeps templates, from its top. */
const templateFolders = ['.agent/templates', '.agents/templates'];
const templateNames = ['_template.md', '_TEMPLATE.md', 'template.md', 'TEMPLATE.md'];

/** The templates of a project: the files in its folders of templates, and one beside its plans. */
export async function ownTemplates(
  top: string,
  planFolder: string,
  machine: Machine,
): Promise<{ name: string; path: string }[]> {
  const found = await Promise.all(
    templateFolders.map(async (folder) =>
      (await listed(`${top}/${folder}`, machine))
        .filter((name) => /\.md$/i.test(name))
        .map((name) => ({ name: name.replace(/\.md$/i, ''), path: `${top}/${folder}/${name}` })),
    ),
  );
  const beside = await listed(`${top}/${planFolder}`.replace(/\/$/, ''), machine);
  const own = templateNames
    .filter((name) => beside.includes(name))
    .slice(0, 1)
    .map((name) => ({ name: `${planFolder}/${name}`, path: `${top}/${planFolder}/${name}` }));
  return [...own, ...found.flat()];
}

/**
 * The template that a name means; without one, what stands beside the plans, which is there to be used, else the Cookbook's
 * form. Undefined for a name that is none.
 */
export function templateNamed(
  name: string | undefined,
  own: readonly { name: string; path: string }[],
): PlanTemplate | undefined {
  if (name === undefined) return own.find((each) => each.name.includes('/')) ?? { form: 'cookbook' };
  const form = planTemplates.find((each) => each === name);
  return form ? { form } : own.find((each) => each.name === name);
}

/** A project's template as a plan with a title: its first heading becomes that, and it no longer says that it is none. */
export function fromTemplate(template: string, title: string): string {
  const text = template
    .replace(/^\uFEFF/, '')
    .replace(/^[ \t]*<!--\s{0,9}execplan:\s{0,9}ignore\s{0,9}-->[ \t]*(?:\r\n|\r|\n)?/gm, '');
  const heading = /^# .*$/m.exec(text);
  if (!heading) return `# ${title}\n\n${text}`;
  return `${text.slice(0, heading.index)}# ${title}${text.slice(heading.index + heading[0].length)}`;
}

/** The names in a folder; none where it cannot be read. */
async function listed(folder: string, machine: Machine): Promise<string[]> {
  try {
    return (await machine.list(folder))
      .filter(({ type }) => type === 'file')
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

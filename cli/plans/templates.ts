import { Declined } from '../../core/calls/declined';
import { planTemplates } from '../../core/edits/newPlan';
import { templateGlobs } from '../../core/plan/planTemplates';
import type { Workplace } from '../search/workplace';

/** A template that a project keeps in a file. */
export interface OwnTemplate {
  /** By what it can be called: its path from the top, and its name where it lies in a folder of templates. */
  names: readonly string[];
  path: string;
  /** True for the one beside the plans, which is there to be used. */
  isBeside: boolean;
}

/** The templates of a project: the one beside its plans, and those that there are to choose from. */
export async function ownTemplates(top: string, folder: string, { search }: Workplace): Promise<OwnTemplate[]> {
  const { beside, others } = templateGlobs(folder);
  const found: OwnTemplate[] = [];
  for (const glob of [beside, ...others])
    for (const { file, path } of await search.findMatching(top, glob)) {
      if (found.some((each) => each.path === path)) continue;
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '');
      const names = /(?:^|\/)templates\//.test(file) ? [name, file] : [file];
      found.push({ names, path, isBeside: glob === beside });
    }
  return found;
}

/**
 * What a new plan is made from: a form of ours, or a template's text. Without a name it is the one beside the plans, else the
 * Cookbook's form. Declined for a name that is none.
 */
export async function templateNamed(
  name: string | undefined,
  { top, folder }: { top: string; folder: string },
  workplace: Workplace,
): Promise<{ template: (typeof planTemplates)[number]; own?: string }> {
  const { machine } = workplace;
  const form = planTemplates.find((each) => each === name);
  if (form) return { template: form };
  const own = await ownTemplates(top, folder, workplace);
  const found = own.find(({ names, isBeside }) => (name === undefined ? isBeside : names.includes(name)));
  const said = name === undefined ? undefined : machine.resolve(name);
  const path = found?.path ?? (said !== undefined && (await machine.look(said))?.isFolder === false ? said : undefined);
  if (path !== undefined) return { template: 'cookbook', own: await machine.read(path) };
  if (name === undefined) return { template: 'cookbook' };
  const names = [...planTemplates, ...own.map((each) => each.names[0])];
  throw new Declined({
    refused: 'noTemplate',
    message: `there is no template "${name}"; there are ${names.join(', ')}`,
  });
}

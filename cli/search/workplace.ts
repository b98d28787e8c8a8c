import type { Profile } from '../../core/rules/profiles';
import type { Complain } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { CheckContexts } from './checkContexts';
import { Configurations } from './configurationFiles';
import { PlanSearch } from './planSearch';
import { Repositories } from './repositories';
import type { Sources } from './sourceFile';

/** What the files of a machine are found and read with. */
export interface Workplace extends Sources {
  search: PlanSearch;
  configurations: Configurations;
}

/** The workplace of a call; a profile wins over what configuration files say. */
export function workplaceOf(
  { machine, complain }: { machine: Machine; complain: Complain },
  profile?: Profile,
): Workplace {
  const repositories = new Repositories(machine);
  const configurations = new Configurations(machine, repositories, complain);
  const contexts = new CheckContexts(machine, repositories, configurations, profile);
  const search = new PlanSearch(machine, repositories, contexts, complain);
  return { machine, complain, repositories, configurations, contexts, search };
}

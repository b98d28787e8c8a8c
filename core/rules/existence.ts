import type { FolderTasks } from '../text/tasks';

/**
 * What lies around a plan. Paths are relative to the plan's folder when they begin with `./` or `../`; others may also
 * count from the root of the repository, or of any folder between.
 */
export interface Existence {
  /**
   * Whether there is a file or a folder: undefined while nobody knows. Who asked is told of it later by a new check; until
   * then a rule says nothing.
   */
  has(path: string): boolean | undefined;
  /**
   * What can be run in the plan's top folder and in those between it and the plan, all together: undefined while nobody knows,
   * as for `has`. Left out where nobody can look.
   */
  tasks?(): FolderTasks | undefined;
}

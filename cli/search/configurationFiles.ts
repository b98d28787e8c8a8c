import { type Configuration, configurationName, readConfiguration } from '../../core/configuration/repositoryFile';
import { rules } from '../../core/rules/list';
import { nearestUpwards } from '../../files/upwards';
import { type Complain, messageOf, shownPath } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import type { Repositories } from './repositories';

/** The configuration files, each read once, and complained of once. */
export class Configurations {
  readonly #texts = new Map<string, Promise<string | null>>();
  readonly #byPath = new Map<string, Configuration>();

  constructor(
    private readonly machine: Machine,
    private readonly repositories: Repositories,
    private readonly complain: Complain,
  ) {}

  /** What the nearest one says of a plan; undefined when there is none up to the root of its repository. */
  async of(plan: string): Promise<Configuration | undefined> {
    const nearest = await this.#nearest(plan);
    return nearest && (this.#byPath.get(nearest.path) ?? this.#take(nearest.path, nearest.text));
  }

  /** The path of the nearest one; undefined as above. */
  async fileOf(plan: string): Promise<string | undefined> {
    return (await this.#nearest(plan))?.path;
  }

  #nearest(plan: string): Promise<{ path: string; text: string } | undefined> {
    return nearestUpwards(configurationName, plan, this.repositories.topOf(plan), (path) => this.#read(path));
  }

  #take(path: string, text: string): Configuration {
    const folder = path.slice(0, -configurationName.length - 1);
    const read = readConfiguration(text, folder, new Set(rules.map(({ id }) => id)));
    this.#byPath.set(path, read.configuration);
    for (const { line, message } of read.complaints)
      this.complain(
        `${shownPath(path, this.machine)}:${line}: ${message}`,
        // Without its configuration a plan was not checked as somebody wants it to be.
        read.isMalformed ? 'failure' : 'note',
      );
    return read.configuration;
  }

  #read(path: string): Promise<string | null> {
    const known = this.#texts.get(path);
    if (known) return known;
    const text = this.#readNow(path);
    this.#texts.set(path, text);
    return text;
  }

  async #readNow(path: string): Promise<string | null> {
    if ((await this.machine.look(path))?.isFolder !== false) return null;
    try {
      return await this.machine.read(path);
    } catch (error) {
      this.complain(`${shownPath(path, this.machine)}: ${messageOf(error)}`, 'failure');
      return null;
    }
  }
}

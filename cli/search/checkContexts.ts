import { defaultSettings } from '../../core/configuration/settings';
import type { Profile } from '../../core/rules/profiles';
import { type CheckContext, withConfiguration } from '../../files/checkContext';
import type { Machine } from '../machine/machine';
import type { Configurations } from './configurationFiles';
import type { Repositories } from './repositories';

/** What files are read and checked with: what the configuration file above each says, the defaults otherwise. */
export class CheckContexts {
  /** By folder and configuration file: the same object for the same ones. */
  readonly #made = new Map<string, Promise<CheckContext>>();

  constructor(
    private readonly machine: Machine,
    private readonly repositories: Repositories,
    private readonly configurations: Configurations,
    /** Wins over what configuration files say. */
    private readonly profile: Profile | undefined,
  ) {}

  async of(path: string): Promise<CheckContext> {
    const folder = this.folderOf(path) ?? this.repositories.topOf(path);
    const key = `${folder}\n${await this.configurations.fileOf(path)}`;
    const known = this.#made.get(key) ?? this.#make(path, folder);
    this.#made.set(key, known);
    return known;
  }

  /** The folder that a file's place is told from: its repository, else the current folder; undefined outside of both. */
  folderOf(path: string): string | undefined {
    const folders = [this.repositories.rootOf(path), this.machine.resolve('.')];
    return folders.find((folder) => folder !== undefined && path.startsWith(`${folder}/`));
  }

  async #make(path: string, folder: string): Promise<CheckContext> {
    const defaults = { settings: defaultSettings, folders: [folder] };
    const configured = withConfiguration(defaults, await this.configurations.of(path));
    return this.profile ? withConfiguration(configured, { profile: this.profile }) : configured;
  }
}

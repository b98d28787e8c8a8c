import type { FileEvent } from 'vscode-languageserver';
import {
  type Configuration,
  configurationName,
  readConfiguration,
  sayOfFilesTheSame,
} from '../../../core/configuration/repositoryFile';
import { Queue } from '../../../files/queue';
import { foldersUpwards } from '../../../files/upwards';

/** Where configuration files come from, and who hears of them. */
export interface ConfigurationsHost {
  /** The innermost folder of the workspace that holds a file; undefined for one outside of all. */
  folderOf(uri: string): string | undefined;
  /** A file's text as it is on disk; null where there is none. Rejects when nobody can tell. */
  read(uri: string): Promise<string | null>;
  ruleIds: ReadonlySet<string>;
  warn(message: string): void;
  /** For some files another configuration counts now than before; `arePlacesNew` where it says otherwise where plans lie. */
  onChange(arePlacesNew: boolean): void;
}

/** Configuration files that are read at one time. */
const readers = 32;

/**
 * The configuration files above the plans, by the folders that hold them. They are looked for where somebody needs them,
 * folder by folder upwards, and never in the whole workspace; what has been found out is kept.
 */
export class Configurations {
  /** What stands in a folder: undefined where there is none. */
  readonly #byFolder = new Map<string, { text: string; configuration: Configuration } | undefined>();
  /** Folders of which that is known. */
  readonly #sure = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #queue = new Queue((folder) => this.#look(folder), readers);
  #hasChanged = false;
  #arePlacesNew = false;

  constructor(private readonly host: ConfigurationsHost) {}

  /** What the nearest file upwards says of a file, as far as it is known: the same object until it says something else. */
  of(uri: string): Configuration | undefined {
    for (const folder of this.#foldersOf(uri)) {
      const found = this.#byFolder.get(folder);
      if (found) return found.configuration;
    }
    return undefined;
  }

  /**
   * The file that counts for another one, with its text; where there is none, the one that could be made at the top of the
   * workspace's folder. Undefined for a file outside of all folders.
   */
  fileOf(uri: string): { uri: string; text: string | undefined } | undefined {
    const folders = this.#foldersOf(uri);
    const folder = folders.find((each) => this.#byFolder.get(each)) ?? folders.at(-1);
    if (folder === undefined) return undefined;
    return { uri: `${folder}/${configurationName}`, text: this.#byFolder.get(folder)?.text };
  }

  /** Finds out what counts for some files; undefined where all is known already. */
  know(uris: Iterable<string>): Promise<void> | undefined {
    const unsure = new Set<string>();
    for (const uri of uris) for (const folder of this.#foldersOf(uri)) if (!this.#sure.has(folder)) unsure.add(folder);
    if (unsure.size === 0) return undefined;
    return this.#lookAt([...unsure].filter((folder) => !this.#asked.has(folder)));
  }

  /** A file has come, has gone or was saved: the configuration above it may be another, though nobody has told of that. */
  doubt(uri: string): void {
    for (const folder of this.#foldersOf(uri)) {
      this.#sure.delete(folder);
      this.#asked.delete(folder); // what is being read may be old
    }
  }

  /** What has happened on disk, in the client's words. */
  hear(changes: readonly FileEvent[]): void {
    const folders = changes
      .filter(({ uri }) => uri.endsWith(`/${configurationName}`))
      .map(({ uri }) => uri.slice(0, -configurationName.length - 1))
      .filter((folder) => this.#byFolder.has(folder));
    if (folders.length > 0) void this.#lookAt(folders);
  }

  #foldersOf(uri: string): string[] {
    const top = this.host.folderOf(uri);
    return top === undefined ? [] : foldersUpwards(uri, top);
  }

  async #lookAt(folders: readonly string[]): Promise<void> {
    for (const folder of folders) this.#asked.add(folder);
    this.#queue.add(...folders);
    await this.#queue.idle();
    if (!this.#hasChanged) return;
    const arePlacesNew = this.#arePlacesNew;
    this.#hasChanged = this.#arePlacesNew = false;
    this.host.onChange(arePlacesNew);
  }

  async #look(folder: string): Promise<void> {
    const uri = `${folder}/${configurationName}`;
    const before = this.#byFolder.get(folder);
    const text = await this.host.read(uri).catch((error) => {
      this.host.warn(`${uri} could not be read: ${error instanceof Error ? error.message : error}`);
      return before?.text ?? null; // the last state stays
    });
    this.#asked.delete(folder);
    this.#sure.add(folder);
    if (this.#byFolder.has(folder) && text === (before?.text ?? null)) return;
    const now = text === null ? undefined : { text, configuration: this.#read(uri, text) };
    // What is found out for the first time is known in time to whoever looks for plans.
    if (this.#byFolder.has(folder) && !sayOfFilesTheSame(before?.configuration, now?.configuration))
      this.#arePlacesNew = true;
    this.#byFolder.set(folder, now);
    if (before || now) this.#hasChanged = true;
  }

  #read(uri: string, text: string): Configuration {
    const { configuration, complaints } = readConfiguration(
      text,
      uri.slice(0, -configurationName.length - 1),
      this.host.ruleIds,
    );
    for (const { line, message } of complaints) this.host.warn(`${uri}:${line}: ${message}`);
    return configuration;
  }
}

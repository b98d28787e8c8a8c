import type { Connection } from 'vscode-languageserver';
import { listNearby } from '../../../files/nearbyFiles';
import { joinUri } from '../../../files/uri';
import {
  type DirectoryEntry,
  type ExistResult,
  existRequest,
  listDirectoryRequest,
  type NearbyFilesParams,
  type NearbyFilesResult,
  nearbyFilesRequest,
  readFileRequest,
} from '../protocol';
import type { Environment } from './environment';
import type { PlanFinder } from './planFinder';

/** How the server comes to files. */
export interface FileAccessHost {
  connection: Connection;
  environment: Pick<Environment, 'readUtf8' | 'exists' | 'list'>;
  /** True for a client that answers what files hold. */
  asksClient(): boolean;
  /** Of a server that has a disk and finds its files itself. */
  finder: PlanFinder | undefined;
}

/** Comes to files by itself where it can, else through the client. */
export class FileAccess {
  constructor(private readonly host: FileAccessHost) {}

  /** The text of a file as those who sent it read it; null when it is gone. Rejects when nobody can tell. */
  async read(uri: string): Promise<string | null> {
    const { connection, asksClient, finder } = this.host;
    if (asksClient()) return connection.sendRequest(readFileRequest, { uri });
    return (await finder?.read(uri)) ?? null;
  }

  /** The same, read by the server itself where that is possible: most of what is asked for is not there. */
  async readNear(uri: string): Promise<string | null> {
    const { readUtf8 } = this.host.environment;
    const state = uri.startsWith('file:') ? await readUtf8?.(uri) : undefined;
    if (typeof state === 'object') return state.text;
    return state === 'gone' || state === 'large' ? null : this.read(uri);
  }

  /** True where it can be found out whether files are there. */
  canTell(uri: string): boolean {
    return this.host.asksClient() || (uri.startsWith('file:') && this.host.environment.exists !== undefined);
  }

  /** Whether there are files or folders, in the order of their URIs; null where nobody can tell. */
  async exist(uris: readonly string[]): Promise<ExistResult> {
    const { connection, asksClient, environment } = this.host;
    if (asksClient()) return connection.sendRequest(existRequest, { uris });
    return Promise.all(
      uris.map(async (uri) => (uri.startsWith('file:') ? ((await environment.exists?.(uri)) ?? null) : null)),
    );
  }

  /** What stands in a directory; nothing where nobody can tell. */
  async list(uri: string): Promise<readonly DirectoryEntry[]> {
    const { connection, asksClient, environment } = this.host;
    try {
      if (environment.list && uri.startsWith('file:')) return await environment.list(uri);
      return asksClient() ? await connection.sendRequest(listDirectoryRequest, { uri }) : [];
    } catch {
      return []; // it is not there
    }
  }

  /** Files of a name anywhere below a folder, and all in some of its folders, as paths below it. */
  async listNearby(params: NearbyFilesParams): Promise<NearbyFilesResult> {
    const { connection, asksClient, environment } = this.host;
    if (asksClient()) return connection.sendRequest(nearbyFilesRequest, params);
    const { folder, name, folders } = params;
    const { list } = environment;
    if (!list || !folder.startsWith('file:')) return [];
    const listBelow = (directory: string) => list(joinUri(folder, directory));
    return listNearby({ name, folders }, listBelow);
  }
}

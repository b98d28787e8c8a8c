import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { type ExtensionContext, FileType } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start } from './extension';
import type { LocalDisk } from './files/fileText';

/** The disk of the machine that the extension host runs on. */
const disk: LocalDisk = {
  home: homedir(),
  async stat({ fsPath }) {
    const found = await stat(fsPath);
    return { type: found.isFile() ? FileType.File : FileType.Unknown, size: found.size, mtime: found.mtimeMs };
  },
  readFile: ({ fsPath }) => readFile(fsPath),
};

/** The desktop's and the remote extension host's entry point: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  const server = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // Reading makes much garbage that dies young: in less room for it, a thousand plans take half of the memory.
    options: { execArgv: ['--max-semi-space-size=4'] },
  };
  const program = { execPath: process.execPath, isElectron: 'electron' in process.versions };
  return start(context, (options) => new LanguageClient('execplan', 'ExecPlan', server, options), disk, program);
}

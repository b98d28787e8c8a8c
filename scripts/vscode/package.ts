import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { runCommand } from '../command';
import { filesBelow } from '../files';
import { root } from '../paths';
import { Stop } from '../stop';

const vsix = join(root, 'execplan.vsix');

/** What goes into the package or decides how it is built. */
const sources = [
  'client',
  'core',
  'files',
  'node',
  'cli',
  'mcp',
  'server',
  'webview',
  'media',
  'snippets',
  'syntaxes',
  'l10n',
  'package.json',
  'package.nls.json',
  'esbuild.mjs',
  'scripts/build',
];

/** Packs the extension into execplan.vsix, unless that is there and newer than all its sources. */
export async function ensurePackage(): Promise<void> {
  const reason = whyToPack();
  if (reason === undefined) return;
  console.error(`${reason}: npm run package …`);
  const { code, output } = await runCommand('npm', ['run', 'package']);
  if (code !== 0) throw new Stop(`${output}\nnpm run package failed.`);
}

/** Unpacks execplan.vsix; returns the folder of the extension in it, as VS Code would install it. */
export function unpackPackage(folder: string): string {
  for (const [name, data] of Object.entries(unzipSync(readFileSync(vsix)))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  }
  return join(folder, 'extension');
}

/** The identifier of the extension in a folder, such as `execplan.execplan`. */
export function extensionId(folder: string): string {
  const { publisher, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}

function whyToPack(): string | undefined {
  if (!existsSync(vsix)) return 'There is no execplan.vsix';
  const packed = statSync(vsix).mtimeMs;
  const files = sources.map((each) => join(root, each)).flatMap((each) => (isFile(each) ? [each] : filesBelow(each)));
  const newer = files.find((file) => statSync(file).mtimeMs > packed);
  return newer && `execplan.vsix is older than ${relative(root, newer)}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

// Part of npm run package: the README as VS Code shows it on the extension's page, into .vscode-test/package/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths';
import { forExtensionPage } from './readmePage';

const target = join(root, '.vscode-test/package/README.md');
mkdirSync(dirname(target), { recursive: true });
const read = (path: string) => readFileSync(join(root, path));
writeFileSync(
  target,
  forExtensionPage(read('README.md').toString(), (path) => read(path).toString('base64')),
);

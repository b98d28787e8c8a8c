// npm run screenshots [-- --grep TEXT]: drives a real VS Code through the view's situations; the pictures that lie
// in docs/images, since a page shows them, are renewed there, and the others stay in .vscode-test/screenshots.
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closingLine } from './counts';
import { root } from './paths';
import { runMain } from './stop';
import { newest } from './vscode/install';
import { runMatrix } from './vscode/matrix';
import { suites } from './vscode/suites';

void runMain(async () => {
  const { values } = parseArgs({ options: { grep: { type: 'string', default: '' } } });
  const counts = await runMatrix({
    versions: [newest],
    hosts: ['node'],
    suites: suites.filter(({ name }) => name.startsWith('screenshots')),
    grep: values.grep,
  });
  console.log(closingLine(counts));
  if (counts.failed > 0) return 1;
  const from = join(root, '.vscode-test/screenshots', `${newest}-node-screenshots`);
  const to = join(root, 'docs/images');
  const pictures = readdirSync(from).filter((name) => existsSync(join(to, name)));
  for (const name of pictures) copyFileSync(join(from, name), join(to, name));
  console.log(`${pictures.length} pictures renewed in docs/images.`);
  return 0;
});

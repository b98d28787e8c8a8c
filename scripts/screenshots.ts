// npm run screenshots [-- --grep TEXT]: drives a real VS Code through the view's situations; the pictures go to docs/images.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
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
    suites: suites.filter(({ name }) => name === 'screenshots'),
    grep: values.grep,
  });
  console.log(closingLine(counts));
  if (counts.failed > 0) return 1;
  const from = join(root, '.vscode-test/screenshots', `${newest}-node-screenshots`);
  const to = join(root, 'docs/images');
  mkdirSync(to, { recursive: true });
  const pictures = readdirSync(from).filter((name) => name.endsWith('.png'));
  for (const name of pictures) copyFileSync(join(from, name), join(to, name));
  console.log(`${pictures.length} pictures in docs/images.`);
  return 0;
});

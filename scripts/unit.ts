// npm run test:unit [-- FILE] [-- --grep PATTERN]: the tests without a VS Code; FILE is a part of a test file's path.
import { parseArgs } from 'node:util';
import { closingLine, seconds } from './counts';
import { runMain } from './stop';
import { runUnitTests } from './unit/unitTests';

void runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string', default: '' } },
    allowPositionals: true,
  });
  const started = performance.now();
  const counts = await runUnitTests({ file: positionals[0] ?? '', grep: values.grep });
  console.log(`${closingLine(counts)} (${seconds(performance.now() - started)})`);
  return counts.failed > 0 ? 1 : 0;
});

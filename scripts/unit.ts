// npm run test:unit [-- FILE] [-- --grep PATTERN] [-- --slow]: the tests without a VS Code. Without FILE, a part of a test
// file's path, these are the fast ones; npm run test:slow (--slow) takes all of them.
import { parseArgs } from 'node:util';
import { closingLine, seconds } from './counts';
import { runMain } from './stop';
import { runUnitTests } from './unit/unitTests';

void runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string', default: '' }, slow: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const started = performance.now();
  const [file = ''] = positionals;
  const counts = await runUnitTests({ file, grep: values.grep, isFast: file === '' && !values.slow });
  console.log(`${closingLine(counts)} (${seconds(performance.now() - started)})`);
  return counts.failed > 0 ? 1 : 0;
});

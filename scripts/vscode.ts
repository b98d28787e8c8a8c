// npm run test:vscode [-- --vscode 1.139 --host web --suite plan --grep TEXT --jobs N --verbose --extension FOLDER]
import { parseArgs } from 'node:util';
import { closingLine } from './counts';
import { runMain, Stop } from './stop';
import { hosts } from './vscode/host';
import { versions } from './vscode/install';
import { runMatrix } from './vscode/matrix';
import { suites } from './vscode/suites';

void runMain(async () => {
  const { values } = parseArgs({
    options: {
      vscode: { type: 'string', multiple: true },
      host: { type: 'string', multiple: true },
      suite: { type: 'string', multiple: true },
      grep: { type: 'string', default: '' },
      jobs: { type: 'string', default: '2' },
      verbose: { type: 'boolean', default: false },
      extension: { type: 'string' },
    },
  });
  const counts = await runMatrix({
    versions: choose('--vscode', versions, values.vscode),
    hosts: choose('--host', hosts, values.host),
    suites: choose('--suite', suites, values.suite, ({ name }) => name).filter(
      ({ onDemand }) => !onDemand || values.suite,
    ),
    grep: values.grep,
    jobs: Number(values.jobs),
    verbose: values.verbose,
    ...(values.extension !== undefined && { extension: values.extension }),
  });
  console.log(closingLine(counts));
  return counts.failed > 0 ? 1 : 0;
});

/** The named ones of all; all when none is named. */
function choose<T>(option: string, all: readonly T[], names: string[] = [], nameOf: (item: T) => string = String): T[] {
  const unknown = names.find((name) => !all.some((item) => nameOf(item) === name));
  if (unknown !== undefined)
    throw new Stop(`Unexpected ${option} ${unknown}, expected one of ${all.map(nameOf).join(', ')}.`);
  return all.filter((item) => names.length === 0 || names.includes(nameOf(item)));
}

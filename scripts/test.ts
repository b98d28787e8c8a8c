// npm test: everything, in the order in which a failure tells most; closes with the line "N passed, N failed".
import { runCommand } from './command';
import { type Counts, closingLine, seconds, sum } from './counts';
import { runMain, Stop } from './stop';
import { runUnitTests } from './unit/unitTests';
import { hosts } from './vscode/host';
import { versions } from './vscode/install';
import { runMatrix } from './vscode/matrix';
import { suites } from './vscode/suites';

/** A stage counts as one check, or as many as it has tests. */
interface Stage {
  name: string;
  run(): Promise<Counts>;
}

const pack: Stage = { name: 'build and package', run: () => runScript('package') };
const stages: Stage[] = [
  { name: 'types', run: () => runScript('types') },
  { name: 'lint', run: () => runScript('lint') },
  { name: 'unit and protocol tests', run: () => runUnitTests({ file: '', grep: '', isFast: false }) },
  pack,
  { name: 'npm package', run: () => runScript('check:npm') },
  { name: 'tests inside VS Code', run: runAllSuites },
];

void runMain(async () => {
  const counts: Counts[] = [];
  let packed = true;
  for (const stage of stages) {
    if (!packed) {
      console.log(`- ${stage.name}: skipped, there is no package`);
      continue;
    }
    const started = performance.now();
    const found = await run(stage);
    counts.push(found);
    const mark = found.failed > 0 ? '✗' : '✓';
    console.log(`${mark} ${stage.name}: ${describe(found)}, ${seconds(performance.now() - started)}`);
    if (stage === pack && found.failed > 0) packed = false;
  }
  const all = sum(counts);
  console.log(closingLine(all));
  return all.failed > 0 ? 1 : 0;
});

/** A stage that throws has failed; the others can still tell something. */
async function run(stage: Stage): Promise<Counts> {
  try {
    return await stage.run();
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function runAllSuites(): Promise<Counts> {
  const all = suites.filter(({ onDemand }) => !onDemand);
  return runMatrix({ suites: all, versions: [...versions], hosts: [...hosts] });
}

async function runScript(name: string): Promise<Counts> {
  const { code, output } = await runCommand('npm', ['run', '--silent', name]);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log(output);
  return { passed: 0, failed: 1 };
}

/** Unlike the closing line, so that there is one of it only. */
function describe({ passed, failed }: Counts): string {
  return failed > 0 ? `${failed} of ${passed + failed} failed` : `${passed} ok`;
}

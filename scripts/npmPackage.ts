// npm run check:npm: packs the npm package, installs it in an empty folder, and runs its commands there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command';
import { root } from './paths';
import { runMain, Stop } from './stop';

void runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'execplan-npm-'));
  try {
    const packed = await runCommand('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
    const name = packed.output.trim().split('\n').at(-1) as string;
    if (packed.code !== 0 || !name.endsWith('.tgz')) throw new Stop(`npm pack failed:\n${packed.output}`);
    const installed = await runCommand('npm', [
      'install',
      '--prefix',
      folder,
      '--offline',
      '--no-save',
      join(folder, name),
    ]);
    if (installed.code !== 0)
      throw new Stop(`The package cannot be installed without anything else:\n${installed.output}`);
    const bin = (command: string) => join(folder, 'node_modules', '.bin', command);
    expect(bin('execplan'), ['inspect', join(root, 'samples/plans/thumbnails.md')], 0, /12 of 29 done, 1 partly/);
    expect(
      bin('execplan'),
      ['check', join(root, 'samples/plans/needs-work.md')],
      1,
      /:13:8 +error .* invalid-timestamp/,
    );
    expect(bin('execplan-language-server'), [], 2, /--stdio/);
    console.log('The npm package works.');
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function expect(command: string, args: string[], status: number, output: RegExp): void {
  const run = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== status || !output.test(run.stdout + run.stderr))
    throw new Stop(
      `${command} ${args.join(' ')}: unexpected status ${run.status}, expected ${status} and ${output}\n${run.stdout}${run.stderr}`,
    );
}

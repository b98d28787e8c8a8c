// npm run hook:cost [-- RUNS]: what `execplan hook` takes as a whole process, beside an empty Node process: they run in turn,
// so that what else the machine does falls on all of them. Run `npm run build` before.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './counts';
import { root } from './paths';

const runs = Number(process.argv[2] ?? 25);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-cost-')));
const plan = readFileSync(join(root, 'samples/plans/thumbnails.md'), 'utf8');
const file = join(folder, 'plans/a.md');
const env = { ...process.env, XDG_STATE_HOME: join(folder, '.state') };
const empty = join(folder, 'empty.cjs');

mkdirSync(join(folder, '.git'));
mkdirSync(join(folder, 'plans'));
writeFileSync(file, plan);
writeFileSync(empty, '');

const event = (name: string, more: object = {}) =>
  JSON.stringify({ hook_event_name: name, session_id: 's', transcript_path: '/t', cwd: folder, ...more });
const edit = (path: string) => event('PostToolUse', { tool_name: 'Edit', tool_input: { file_path: path } });

/** Milliseconds of a whole process. */
function time(args: readonly string[], input = ''): number {
  const started = performance.now();
  spawnSync(process.execPath, args, { input, env });
  return performance.now() - started;
}

const hook = (input: string) => () => time([join(root, 'dist/cli.js'), 'hook'], input);
let change = 0;
const kinds: Readonly<Record<string, () => number>> = {
  'an empty Node process': () => time([empty]),
  'a prompt, the plan as it was': hook(event('UserPromptSubmit')),
  'a change of another file': hook(edit(join(folder, 'a.ts'))),
  'a change of the plan': () => {
    writeFileSync(file, plan.replace('- [ ] ', `- [ ] ${++change} `));
    return hook(edit(file))();
  },
};

const times = Object.values(kinds).map((): number[] => []);
for (const run of Object.values(kinds)) run();
for (let i = 0; i < runs; i++) for (const [j, run] of Object.values(kinds).entries()) times[j]?.push(run());
rmSync(folder, { recursive: true });

const [base = 1] = times.map(median);
for (const [i, name] of Object.keys(kinds).entries()) {
  const all = times[i] as number[];
  console.log(
    `${name.padEnd(30)} ${median(all).toFixed(1)} ms, at least ${Math.min(...all).toFixed(1)} ms; ${(median(all) / base).toFixed(2)} times`,
  );
}

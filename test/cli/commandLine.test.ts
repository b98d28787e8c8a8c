import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exitCodes } from '../../cli/exitCodes';
import { version } from '../../package.json';
import { withCommands } from '../../scripts/commandDocs';
import { callCommandLine } from '../support/callCommandLine';
import { checkGeneratedText } from '../support/generated';
import { root } from '../support/root';

const plan = fileURLToPath(new URL('samples/plans/thumbnails.md', root));

describe('a call of the command line', () => {
  it('tells the version', async () => {
    for (const option of ['--version', '-V'])
      assert.deepEqual(await callCommandLine([option]), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('tells help of all, and of one command', async () => {
    const help = await callCommandLine(['--help']);
    assert.match(help.stdout, /^Usage: execplan .*\n {2}check .*\n {2}inspect .*\nExit status:\n {2}0 /s);
    assert.deepEqual(await callCommandLine(['help']), help);
    const ofCheck = await callCommandLine(['help', 'check']);
    assert.match(ofCheck.stdout, /^Usage: execplan check .*--fix-dry-run.*\nExit status:\n {2}0 /s);
    for (const args of [
      ['check', '--help'],
      ['check', '-h', plan],
    ])
      assert.deepEqual(await callCommandLine(args), ofCheck);
    assert.deepEqual([help.status, help.stderr, ofCheck.status, ofCheck.stderr], [0, '', 0, '']);
  });

  it('without a command gets the help, and is wrong', async () => {
    const { stdout: help } = await callCommandLine(['--help']);
    assert.deepEqual(await callCommandLine([]), { status: 2, stdout: '', stderr: help });
  });

  const wrong: [args: string[], answer: string | RegExp][] = [
    [['chek', plan], "error: unknown command 'chek' (Did you mean check?)"],
    [['help', 'inspct'], "error: unknown command 'inspct' (Did you mean inspect?)"],
    [['verify', plan], "error: unknown command 'verify'"],
    [['check', '--formt', 'json'], "error: unknown option '--formt' (Did you mean --format?)"],
    [['inspect', '--format', 'json', plan], "error: unknown option '--format'"],
    [['check', '--json', plan], "error: unknown option '--json'"],
    [['check', '-x', plan], "error: unknown option '-x'"],
    [['inspect'], "error: missing required argument 'files'"],
    [['check', ''], 'error: an argument is empty, and names nothing'],
    [['inspect', plan, ''], 'error: an argument is empty, and names nothing'],
    [
      ['check', '--format', 'xml'],
      /^error: option '--format <format>' argument 'xml' is invalid.*text, json, sarif, github/,
    ],
    [['check', '--profile', 'strict'], /'strict' is invalid\. Allowed choices are recommended, cookbook, minimal\.$/],
    [['check', '--max-warnings=-1'], /argument '-1' is invalid\. It has to be a number from 0 up\.$/],
    [['check', '--max-warnings', 'many'], /argument 'many' is invalid/],
    [['check', '--max-warnings'], "error: option '--max-warnings <n>' argument missing"],
    [
      ['check', '--readiness', '--format', 'sarif'],
      /^error: option '--readiness' cannot be used with '--format sarif'/,
    ],
    [['check', '--fix', '--fix-dry-run'], "error: option '--fix-dry-run' cannot be used with option '--fix'"],
    [['check', '--fix-dry-run', '--format', 'text'], /cannot be used with option '--format <format>'$/],
    [['check', '--fix', '-'], /^error: option '--fix' has no file to write for standard input/],
  ];
  for (const [args, answer] of wrong)
    it(`is answered in one line when it is wrong: ${args.map((arg) => arg.replace(plan, 'PLAN') || "''").join(' ')}`, async () => {
      const { status, stdout, stderr } = await callCommandLine(args);
      assert.deepEqual([status, stdout], [exitCodes.failure.code, '']);
      const [line = '', ...more] = stderr.split('\n');
      assert.deepEqual(more, ['']);
      if (typeof answer === 'string') assert.equal(line, answer);
      else assert.match(line, answer);
    });

  it('takes what follows -- for names, and - for standard input', async () => {
    const notThere = await callCommandLine(['inspect', '--', '--json']);
    assert.deepEqual([notThere.status, notThere.stderr.split(':')[0]], [2, '--json']);
    const readInput = async () => '# Notes\n';
    assert.equal((await callCommandLine(['inspect', '-'], { readInput })).stdout, '-: no plan (other Markdown)\n');
  });
});

it('docs/command-line.md says what the help says', () => {
  const text = readFileSync(new URL('docs/command-line.md', root), 'utf8');
  checkGeneratedText('docs/command-line.md', withCommands(text));
});

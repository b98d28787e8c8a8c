import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { machine } from '../../cli/machine/nodeMachine';
import { commandLine } from '../support/bundles';
import { callCommandLine } from '../support/callCommandLine';

const plan = (steps: string, purpose = 'Mail leaves at once.') =>
  `# Move the queue\n\n## Purpose\n\n${purpose}\n\n## Progress\n\n${steps}\n\n## Decision Log\n\nNone yet.\n`;
const base = plan('- [ ] Write the table\n- [ ] Drain it');
const ours = plan('- [x] (2026-03-01 09:00Z) Write the table\n- [ ] Drain it');
const theirs = plan('- [ ] Write the table with an index\n- [x] Drain it');
const both = plan('- [x] (2026-03-01 09:00Z) Write the table with an index\n- [x] Drain it');

let folder = '';
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
};
const git = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};
const done = (...args: string[]) => {
  const { status, output } = git(...args);
  assert.equal(status, 0, output);
  return output;
};

beforeEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'execplan-merge-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('execplan merge', () => {
  const merge = (...more: string[]) => callCommandLine(['merge', at('base'), at('ours'), at('theirs'), ...more]);

  it('writes what it unites over ours, and ends with 0', async () => {
    write({ base, ours, theirs });
    assert.deepEqual(await merge(), { status: 0, stdout: '', stderr: '' });
    assert.equal(read('ours'), both);
    assert.deepEqual([read('base'), read('theirs')], [base, theirs]);
  });

  it('prints it instead', async () => {
    write({ base, ours, theirs });
    assert.deepEqual(await merge('--print'), { status: 0, stdout: both, stderr: '' });
    assert.equal(read('ours'), ours);
  });

  it('ends with 1 where it leaves conflicts, and names them', async () => {
    write({ base, ours, theirs: plan('- [x] (2026-03-01 09:30Z) Write the table\n- [ ] Drain it') });
    const { status, stderr } = await merge('--path', 'plans/queue.md', '--marker-size', '9');
    assert.equal(status, 1);
    assert.equal(stderr, 'plans/queue.md:9: conflict, up to line 13\n');
    assert.ok(read('ours').includes('<<<<<<<<< ours\n- [x] (2026-03-01 09:00Z) Write the table\n=========\n'));
  });

  it('ends with 2 and writes nothing where it cannot merge', async () => {
    const open = `${theirs}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`;
    write({ base, ours, theirs: open });
    const refused = await merge();
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /a conflict in .*theirs, line 16, is not resolved yet; nothing was merged or written/);
    assert.equal(read('ours'), ours);
    writeFileSync(at('theirs'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    assert.equal((await merge()).status, 2);
    rmSync(at('theirs'));
    assert.equal((await merge()).status, 2);
    assert.equal(read('ours'), ours);
    assert.equal((await merge('--marker-size', 'x')).status, 2);
  });

  it('keeps line ends and a byte order mark', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    write({ base: windows(base), ours: windows(ours), theirs: windows(theirs) });
    assert.equal((await merge()).status, 0);
    assert.equal(read('ours'), windows(both));
  });

  it('reads marks as the configuration above the path says', async () => {
    write({ base, ours, theirs, 'execplan.config.json': '{ "marks": { "-": "dropped" } }' });
    assert.equal((await merge('--path', at('plans/queue.md'))).status, 0);
  });
});

describe('execplan init git', () => {
  const call = `"${process.execPath}" "${commandLine}"`;
  const init = (args: string[], ask?: (question: string) => Promise<string>) => {
    // As if it were called in the folder.
    const resolve = (path: string) => machine.resolve(join(folder, path));
    return callCommandLine(['init', 'git', ...args], { programCall: () => call, resolve }, ask);
  };
  const begin = () => {
    done('init', '-q', '-b', 'main');
    done('config', 'user.name', 'Ada');
    done('config', 'user.email', 'ada@example.org');
  };

  it('shows what it will write, asks, and writes nothing without a yes', async () => {
    begin();
    const asked: string[] = [];
    const answer = (text: string) => (question: string) => {
      asked.push(question);
      return Promise.resolve(text);
    };
    const { status, stdout, stderr } = await init([], answer('n'));
    assert.deepEqual([status, stderr, asked], [3, 'Nothing was written.\n', ['Do that? [y/N] ']]);
    assert.match(stdout, /\+ \*\*\/PLANS\.md merge=execplan\n/);
    assert.match(
      stdout,
      /git config --local merge\.execplan\.driver '.* merge --marker-size=%L --path=%P -- %O %A %B;/,
    );
    assert.equal((await init([])).status, 3);
    assert.ok(!existsSync(at('.gitattributes')));
    assert.equal(git('config', '--get', 'merge.execplan.driver').status, 1);
    assert.equal((await init([], answer('y'))).status, 0);
    assert.match(read('.gitattributes'), /^# execplan: .*\n\*\*\/PLANS\.md merge=execplan\n/);
    assert.match(done('config', '--get', 'merge.execplan.driver'), /git merge-file --marker-size=%L/);
  });

  it('changes nothing at a second run, keeps what others wrote, and takes back what it wrote', async () => {
    begin();
    write({ '.gitattributes': '*.png binary' });
    const configured = read('.git/config');
    assert.equal((await init(['--yes'])).status, 0);
    const [attributes, config] = [read('.gitattributes'), read('.git/config')];
    assert.ok(attributes.startsWith('*.png binary\n# execplan:'));
    const again = await init(['--yes']);
    assert.deepEqual(again, { status: 0, stdout: 'All is there: nothing was changed.\n', stderr: '' });
    assert.deepEqual([read('.gitattributes'), read('.git/config')], [attributes, config]);
    assert.equal((await init(['--remove', '--yes'])).status, 0);
    assert.equal(read('.gitattributes'), '*.png binary');
    assert.equal(git('config', '--get-regexp', 'merge\\.execplan').status, 1);
    assert.ok(read('.git/config').startsWith(configured));
    assert.equal((await init(['--remove', '--yes'])).stdout, 'Nothing is to be taken back.\n');
  });

  it('leaves no file behind that holds nothing but its lines', async () => {
    begin();
    await init(['--yes']);
    await init(['--remove', '--yes']);
    assert.ok(!existsSync(at('.gitattributes')));
  });

  it('takes its patterns from execplan.config.json', async () => {
    begin();
    write({
      'execplan.config.json':
        '{ "files": { "locations": ["work/{a,b c}/*.md"], "include": ["road map.md"], "exclude": ["work/a/old.md"] } }',
    });
    await init(['--yes']);
    assert.deepEqual(read('.gitattributes').split('\n').slice(1, -2), [
      'work/a/*.md merge=execplan',
      '"work/b c/*.md" merge=execplan',
      '"road map.md" merge=execplan',
      'work/a/old.md !merge',
    ]);
  });

  it('refuses outside of a repository', async () => {
    const { status, stderr } = await init(['--yes']);
    assert.deepEqual([status, stderr], [2, 'this folder lies in no repository of git\n']);
  });

  describe('lets git merge', () => {
    const branches = async (own: string, other: string, name = 'PLANS.md') => {
      begin();
      await init(['--yes']);
      write({ [name]: base });
      done('add', '-A');
      done('commit', '-qm', 'base');
      done('checkout', '-qb', 'other');
      write({ [name]: other });
      done('commit', '-qam', 'theirs');
      done('checkout', '-q', 'main');
      write({ [name]: own });
      done('commit', '-qam', 'ours');
    };

    it('what it would call a conflict', async () => {
      await branches(ours, theirs);
      done('merge', '-q', '-m', 'merge', 'other');
      assert.equal(read('PLANS.md'), both);
      assert.equal(done('status', '--short'), '');
    });

    it('as it did before where the driver is not there, and by git itself where it fails', async () => {
      const far = plan('- [ ] Write the table\n- [ ] Drain it', 'Mail leaves soon.');
      await branches(ours, far);
      done(
        'config',
        'merge.execplan.driver',
        done('config', '--get', 'merge.execplan.driver').trim().replace(call, 'no-such-program'),
      );
      done('merge', '-q', '-m', 'merge', 'other');
      assert.equal(read('PLANS.md'), ours.replace('at once', 'soon'));
      done('reset', '-q', '--hard', 'HEAD~1');
      assert.equal((await init(['--remove', '--yes'])).status, 0);
      done('checkout', '-q', '--', '.');
      done('merge', '-q', '-m', 'merge', 'other');
      assert.equal(read('PLANS.md'), ours.replace('at once', 'soon'));
    });

    it('a conflict as git has it, and a rebase', async () => {
      const late = plan('- [x] (2026-03-01 09:30Z) Write the table\n- [x] Drain it');
      await branches(ours, late);
      assert.equal(git('merge', '-q', 'other').status, 1);
      assert.match(done('status', '--short'), /^UU PLANS\.md$/m);
      assert.ok(read('PLANS.md').includes('<<<<<<< ours\n- [x] (2026-03-01 09:00Z) Write the table\n=======\n'));
      assert.ok(read('PLANS.md').includes('\n- [x] Drain it\n'));
      done('merge', '--abort');
      done('checkout', '-q', 'other');
      write({ 'PLANS.md': theirs });
      done('commit', '-qa', '--amend', '-m', 'theirs');
      done('rebase', '-q', 'main');
      assert.equal(read('PLANS.md'), both);
    });

    it('a plan in a folder with a blank and a quote in its name', async () => {
      await branches(ours, theirs, "it's a PLANS file.md");
      done('merge', '-q', '-m', 'merge', 'other');
      assert.equal(read("it's a PLANS file.md"), both);
    });
  });
});

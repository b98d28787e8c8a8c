import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Machine } from '../../../cli/machine/machine';
import { machine } from '../../../cli/machine/nodeMachine';
import { rootsFrom } from '../../../cli/mcp/roots';
import { toPosix } from '../../../node/posix';

describe('the roots of an MCP server', () => {
  const top = toPosix(realpathSync(mkdtempSync(join(tmpdir(), 'execplan-roots-'))));
  const [home, project] = [`${top}/home/ada`, `${top}/home/ada/work/cache`];
  mkdirSync(project, { recursive: true });
  symlinkSync(home, `${top}/link`);
  writeFileSync(`${top}/file`, '');
  after(() => rmSync(top, { recursive: true }));

  /** The machine of a person whose home is ours, and who stands in a folder. */
  const at = (here: string): Machine => ({
    ...machine,
    homeFolder: () => home,
    resolve: (path) => (path === '.' ? here : machine.resolve(path.startsWith('/') ? path : `${here}/${path}`)),
  });
  const roots = async (named: readonly string[], here = project, isInRepository = true) =>
    (await rootsFrom(named, at(here), () => isInRepository)).map(({ folder }) => folder);

  it('are those that are named, each once, without links; else the current folder, where it lies in a repository', async () => {
    assert.deepEqual(await roots([]), [project]);
    assert.deepEqual(await roots([project, '.', `${top}/link/work/cache`]), [project]);
    await assert.rejects(roots([], project, false), /lies in no repository; say which folder is meant: --root <dir>/);
    assert.deepEqual(await roots([project], project, false), [project]);
  });

  it('are never a home folder, what is above it, or the root of a disk, whichever way they are named', async () => {
    for (const named of [home, `${top}/home`, `${top}/link`, `${project}/../..`, '/', '//', '/..', `${top}/..`])
      await assert.rejects(roots([named]), /holds everything of yours; say a folder of a project/, named);
    // Nor where it is the current folder, be it a repository itself.
    for (const here of [home, `${top}/home`, ''])
      await assert.rejects(roots([], here), /holds everything of yours/, here);
  });

  it('are folders', async () => {
    for (const named of [`${top}/file`, `${top}/nothing`]) await assert.rejects(roots([named]), /is no folder/, named);
  });
});

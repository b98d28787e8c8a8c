import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { commands } from '../../cli/commands/list';
import { writingCommands } from '../../cli/commands/writing/writingCommands';
import type { Session } from '../../cli/machine/session';
import type { Action } from '../../core/actions/action';
import { type ActionId, actions } from '../../core/actions/list';
import { root } from '../support/root';

/** The commands that do an action and are no row of the table of writing commands. */
const otherCommands: Partial<Record<ActionId, string>> = {
  newPlan: 'new',
  handoff: 'handoff',
  archive: 'archive',
  restore: 'archive',
  fixAll: 'check',
};

/** Why the command line has no command for an action. */
const withoutCommandLine: Partial<Record<ActionId, string>> = {
  toggle: 'A script has to say which of the two it means: tick or untick.',
  moveStep: 'Lines of a text file are moved with any tool; the outline takes it by drag and drop.',
  addTerm: 'It is a remedy for a finding; a script writes execplan.config.json.',
  switchOffRule: 'It is a remedy for a finding; a script writes execplan.config.json.',
  suppressOnLine: 'It is a remedy for a finding that a person looks at.',
  suppressInPlan: 'It is a remedy for a finding that a person looks at.',
  treatAsPlan: 'files.include says so for many files, and a comment in the file for one.',
  dontTreatAsPlan: 'files.exclude says so for many files, and a comment in the file for one.',
};

/** Why an editor has no command for an action: each has an entry of the light bulb instead. */
const withoutCommand: Partial<Record<ActionId, string>> = {
  addTerm: 'It is about a term that a finding names.',
  switchOffRule: 'It is about a rule that a finding names.',
  suppressOnLine: 'It is about a finding.',
  suppressInPlan: 'It is about a finding.',
  fixAll: 'VS Code has a command for it: Fix All.',
};

/** Why nothing in the light bulb's list does an action: each has a command instead. */
const withoutLightBulb: Partial<Record<ActionId, string>> = {
  newPlan: 'It is about no text.',
  toggle: 'The list has the one of the two that is possible.',
  handoff: 'It edits nothing.',
  moveStep: 'It asks for another step first.',
  setStatus: 'It asks for one of four states first.',
  archive: 'It moves the file, which a list of edits of a line is no place for.',
  restore: 'It moves the file, which a list of edits of a line is no place for.',
  treatAsPlan: 'It is about a text that is no plan: there is no place in it.',
  dontTreatAsPlan: 'It is about the whole file.',
};

const table = actions as readonly (Action & { id: ActionId })[];
const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

describe('each action of the table', () => {
  const without = (reasons: Partial<Record<ActionId, string>>, has: (action: Action) => boolean) =>
    assert.deepEqual(
      table
        .filter((action) => !has(action))
        .map(({ id }) => id)
        .sort(),
      Object.keys(reasons).sort(),
    );

  it('is a command of VS Code, or there is a reason why not', () => {
    const ids = new Set(contributes.commands.map(({ command }: { command: string }) => command));
    without(withoutCommand, ({ id }) => ids.has(`execplan.${id}`));
  });

  it('is in the list of the light bulb, or there is a reason why not', () =>
    without(withoutLightBulb, ({ lightBulb }) => lightBulb !== undefined));

  it('is done by a command of the command line, or there is a reason why not', () => {
    const names = commands.map((make) => make({} as Session).name());
    const byTable = new Set(writingCommands.flatMap(({ action, variant }) => [action, variant?.action]));
    without(withoutCommandLine, ({ id }) => byTable.has(id as never) || id in otherCommands);
    for (const name of Object.values(otherCommands)) assert.ok(names.includes(name), name);
  });

  it('can be come by in some way', () => {
    for (const { id } of table) assert.ok(!(id in withoutCommand && id in withoutLightBulb), id);
  });
});

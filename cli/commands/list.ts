import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Session } from '../machine/session';
import { checkCommand } from './check';
import { completeCommand, completionCommand } from './completion/completion';
import { doctorCommand } from './doctor';
import { explainCommand } from './explain';
import { handoffCommand } from './handoff';
import { hookCommand } from './hook';
import { initCommand } from './init/init';
import { inspectCommand } from './inspect';
import { listCommand } from './listPlans';
import { mcpCommand } from './mcp';
import { mergeCommand } from './merge';
import { nextCommand } from './next';
import { watchCommand } from './watch';
import { archiveCommand } from './writing/archive';
import { newCommand } from './writing/newPlan';
import { writingCommand } from './writing/writingCommand';
import { writingCommands } from './writing/writingCommands';

/** All commands, in the order of the help. Each declares its arguments, options and help in a file of its own. */
export const commands: readonly ((session: Session) => CommandUnknownOpts)[] = [
  checkCommand,
  explainCommand,
  inspectCommand,
  listCommand,
  nextCommand,
  handoffCommand,
  watchCommand,
  newCommand,
  ...writingCommands.map((each) => (session: Session) => writingCommand(each, session)),
  archiveCommand,
  mergeCommand,
  mcpCommand,
  initCommand,
  doctorCommand,
  hookCommand,
  completionCommand,
];

/** Those that programs call, and no person. */
export const hiddenCommands: readonly ((session: Session) => CommandUnknownOpts)[] = [completeCommand];

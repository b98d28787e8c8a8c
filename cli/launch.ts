// What `execplan` starts: hooks of agents run at each of their steps, so what they need is a bundle of its own, and nothing
// else is loaded for them. An MCP server stays as long as its agent: it keeps its heap small rather than fast.
import { join } from 'node:path';
import { userCacheFolder } from '../node/userFolders';
import { isHookCall } from './hook/call';
import { requireCached } from './machine/codeCache';

const args = process.argv.slice(2);
const [command = ''] = args;
/** Sets flags of V8 that count from now on. */
function setFlags(...flags: string[]): void {
  // Loading it takes milliseconds.
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}

if (command === 'mcp') setFlags('--optimize-for-size', '--semi-space-growth-factor=1');
// Garbage that dies young is little work: threads that share it cost more CPU than they save, a tenth of a check of 1,000 plans.
if (command === 'check') setFlags('--no-parallel-scavenge');
if (isHookCall(args)) require('./hook.js');
else
  requireCached(
    join(__dirname, 'commands.js'),
    join(userCacheFolder(), 'code'),
    /^[a-z-]{1,20}$/.test(command) ? command : '',
  );

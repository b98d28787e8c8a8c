// What `execplan` starts: hooks of agents run at each of their steps, so what they need is a bundle of its own, and nothing
// else is loaded for them. An MCP server stays as long as its agent: it keeps its heap small rather than fast.
import { setFlagsFromString } from 'node:v8';
import { isHookCall } from './hook/call';

const args = process.argv.slice(2);
if (args[0] === 'mcp')
  for (const flag of ['--optimize-for-size', '--semi-space-growth-factor=1']) setFlagsFromString(flag);
require(isHookCall(args) ? './hook.js' : './commands.js');

// What `execplan` starts: hooks of agents run at each of their steps, so what they need is a bundle of its own, and nothing
// else is loaded for them.
import { isHookCall } from './hook/call';

require(isHookCall(process.argv.slice(2)) ? './hook.js' : './commands.js');

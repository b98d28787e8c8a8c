import { parse } from 'smol-toml';
import { isRecord } from '../../core/configuration/valueTypes';
import { JsonText, Misfit } from './jsonEdits';
import { withMarkedLines } from './markedLines';
import { callOf, isOwnServer, type Setup } from './setup';

/** What an agent calls our server. */
const name = 'execplan';

/** A JSON file of MCP servers (`mcpServers`) with ours as it is wanted; without ours for undefined. Throws `Misfit`. */
export function withServer(text: string, setup: Setup | undefined): string {
  const json = new JsonText(text);
  const { mcpServers } = json.value;
  if (mcpServers !== undefined && !isRecord(mcpServers)) throw new Misfit('"mcpServers" is no object');
  const present = mcpServers?.[name];
  if (present !== undefined && !isOwn(present)) {
    if (setup) throw new Misfit(`its server "${name}" is not ours`);
    return text;
  }
  if (!setup) return present === undefined ? text : json.without(['mcpServers', name]).text;
  const [command, ...args] = callOf(setup.caller, 'mcp');
  if (isRecord(present)) {
    if (present.command === command && JSON.stringify(present.args) === JSON.stringify(args)) return text;
    return json.with(['mcpServers', name, 'command'], command).with(['mcpServers', name, 'args'], args).text;
  }
  return json.with(['mcpServers', name], { command, args }).text;
}

/** The commands of servers that are not ours. */
export function otherServers(text: string): string[] {
  const { mcpServers } = new JsonText(text).value;
  return Object.values(isRecord(mcpServers) ? mcpServers : {}).flatMap((server) =>
    isOwn(server) ? [] : commandOf(server),
  );
}

function isOwn(server: unknown): boolean {
  return isRecord(server) && isOwnServer(server.command, server.args);
}

function commandOf(server: unknown): string[] {
  if (!isRecord(server) || typeof server.command !== 'string') return [];
  return [[server.command, ...(Array.isArray(server.args) ? server.args : [])].map(String).join(' ')];
}

const marks = { begin: '# execplan: `execplan init agents` writes these lines', end: '# /execplan' };

/** The configuration of Codex (TOML) with our server as it is wanted; without ours for undefined. Throws `Misfit`. */
export function withCodexServer(text: string, setup: Setup | undefined): string {
  const without = withMarkedLines(text, marks, undefined, true);
  const present = serversIn(without)[name];
  if (present !== undefined && setup) {
    if (isOwn(present)) return without;
    throw new Misfit(`its server "${name}" is not ours`);
  }
  if (!setup) return without;
  const [command, ...args] = callOf(setup.caller, 'mcp');
  const lines = [`[mcp_servers.${name}]`, `command = ${JSON.stringify(command)}`, `args = ${JSON.stringify(args)}`];
  const text2 = withMarkedLines(text, marks, lines, true);
  if (!isOwn(serversIn(text2)[name])) throw new Misfit('its "mcp_servers" takes no table more');
  return text2;
}

/** The commands of servers in Codex's configuration that are not ours. */
export function otherCodexServers(text: string): string[] {
  return Object.values(serversIn(text)).flatMap((server) => (isOwn(server) ? [] : commandOf(server)));
}

/** Codex's configuration as a value; throws `Misfit` for what is no TOML. */
export function codexConfiguration(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new Misfit('it is no TOML');
  }
}

function serversIn(text: string): Readonly<Record<string, unknown>> {
  const { mcp_servers: servers } = codexConfiguration(text);
  return isRecord(servers) ? servers : {};
}

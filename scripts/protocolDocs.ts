import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Action } from '../core/actions/action';
import { actions } from '../core/actions/list';
import type { Param } from '../core/actions/params';
import { root } from './paths';

const protocol = 'server/src/protocol.ts';

const edits = (actions as readonly Action[]).filter(({ makesText }) => !makesText);

/** What a file declares at its top level, as it is written. */
interface Declaration {
  name: string;
  /** As it is written; empty where there is none. */
  comment: string;
  /** From its first to its last line, without `export` and comment. */
  code: string;
  /** The file that it stands in, from the project's folder. */
  file: string;
}

/** A message: a constant that is made as `new RequestType<…>('execplan/…')`. */
interface Message {
  method: string;
  kind: 'request' | 'notification';
  direction: string;
  /** What it tells or asks for, in words. */
  text: string;
  params: string;
  /** Undefined for a notification. */
  result: string | undefined;
}

/** The page that tells other editors of the messages beside LSP's: `docs/protocol.md`. */
export function protocolDocs(): string {
  const own = declarationsOf(protocol);
  const messages = own.flatMap((each) => messageOf(each) ?? []);
  const shown = new Set<string>();
  const typesBehind = (types: string, file = protocol): string[] =>
    [...types.matchAll(/\b[A-Z]\w*|(?<=typeof )\w+/g)].flatMap(([name]) => {
      const found = shown.has(name) ? undefined : declarationNamed(name, file);
      if (!found) return [];
      shown.add(name);
      const { comment, code } = found;
      // Made from the table: what the compiler makes it from tells nobody anything.
      if (name === 'ActionCall') return [`${comment}\n${callsCode()}`];
      return [`${comment && `${comment}\n`}${code}`, ...typesBehind(withoutComments(code), found.file)];
    });
  const section = (title: string, text: string, code: string) => {
    const types = typesBehind(code);
    return [`## ${title}`, '', text, '', ...(types.length > 0 ? ['```ts', types.join('\n\n'), '```', ''] : [])];
  };
  return [
    '# Protocol',
    '',
    'The language server speaks LSP 3.18 over stdio (`execplan-language-server --stdio`): diagnostics, code actions and',
    'document symbols work in any editor. This page lists what it says beside that, so that other editors can have the',
    'view of a plan, and edits that a person asks for there. It is made from `server/src/protocol.ts`; a client can take',
    'its types from there. Lines are 0-based, times are milliseconds since the epoch; `Range` and `WorkspaceEdit` are',
    'those of LSP.',
    '',
    'A client that wants the view passes `progress: true` at the start, and shows the last `execplan/progress` of each',
    'file; for the plan in front it asks `execplan/plan`. Any client may send `execplan/planEdit`',
    'and `execplan/handoff`.',
    '',
    'Of LSP itself a client may count on this:',
    '',
    '- A request before `initialize` is answered with -32002, one after `shutdown` and a second `initialize` with -32600.',
    '- Edits are `documentChanges` of the version that they were made for, where the client has declared',
    '  `workspace.workspaceEdit.documentChanges`; else `changes` of the newest text that the server has received.',
    '- A code action of the table below bears `data: { action, params }`, where the client has declared',
    '  `textDocument.codeAction.dataSupport`: its call, which `execplan/planEdit` takes, too.',
    '- A document may be opened again without having been closed, and versions may come twice: the newest text counts.',
    '- `only: [""]` asks for code actions of all kinds. What costs much (`source.fixAll`) is made where its kind is asked for.',
    '- A client that watches files is asked for `*.md`, `.gitignore`, `execplan.config.json` and whatever is deleted. It may',
    '  tell of a directory in place of what is in it.',
    '- A registration that the client refuses is logged; the rest goes on.',
    '',
    '| message | | params | result |',
    '|---|---|---|---|',
    ...messages.map(
      ({ method, kind, direction, params, result }) =>
        `| [\`${method}\`](#${method.replace('/', '').toLowerCase()}) | ${kind}, ${direction} | \`${params}\` | ${result ? `\`${result}\`` : ''} |`,
    ),
    '',
    ...section(
      'initialize',
      'What a client may pass as `initializationOptions`; all can be left out.',
      'InitializationOptions',
    ),
    ...messages.flatMap(({ method, kind, direction, text, params, result }) =>
      section(
        method,
        `A ${kind}, ${direction}: ${text}${result ? ` The result is \`${result}\`.` : ''}`,
        `${params} ${result ?? ''}`,
      ),
    ),
    '## Actions',
    '',
    'What `execplan/planEdit` can be asked for, by its `action`.',
    '',
    '| action | does | params | code action kind |',
    '|---|---|---|---|',
    ...edits.map(actionRow),
    '',
  ].join('\n');
}

/** What `execplan/planEdit` can be asked for, each with its params. */
function callsCode(): string {
  const calls = edits.map(({ id, params }) => {
    const own = Object.entries(params as Record<string, Param<unknown>>).map(
      ([name, { type, isOptional }]) => `; ${name}${isOptional ? '?' : ''}: ${type}`,
    );
    return `\n  | { action: '${id}'; params: { identity: string${own.join('')} } }`;
  });
  return `type ActionCall =${calls.join('')};`;
}

function actionRow({ id, summary, params, lightBulb }: Action): string {
  const listed = Object.entries(params as Record<string, Param<unknown>>).map(
    ([name, { description, isOptional }]) => `\`${name}\`${isOptional ? ' (may be left out)' : ''}: ${description}`,
  );
  const kinds = [lightBulb?.kind, lightBulb?.elsewhere].flatMap((kind) => (kind ? [`\`${kind}\``] : []));
  return `| \`${id}\` | ${summary} | ${listed.join('; ')} | ${kinds.join(', ')} |`;
}

function messageOf({ name, code, comment, file }: Declaration): Message | undefined {
  const [, kind, types = '', method = ''] =
    /= new (Request|Notification)Type<(.*)>\(\s*'([^']+)',?\s*\);$/s.exec(code) ?? [];
  if (!kind) return undefined;
  const [, direction, text = ''] = /^(Client → server|Server → client): (.*)$/s.exec(wordsOf(comment)) ?? [];
  if (!direction) throw new Error(`${file}: the comment of ${name} says no direction`);
  const [params = '', result] = types.split(',').map((each) => each.trim());
  return {
    method,
    kind: kind === 'Request' ? 'request' : 'notification',
    direction: direction.toLowerCase(),
    text,
    params,
    result: kind === 'Request' ? result : undefined,
  };
}

/** What a name means in a file, which declares it itself or imports it from another one of the project. */
function declarationNamed(name: string, file: string): Declaration | undefined {
  const own = declarationsOf(file).find((each) => each.name === name);
  if (own) return own;
  for (const [, names = '', path = ''] of textOf(file).matchAll(/^import type \{([^}]*)\} from '(\.[^']+)'/gm))
    if (names.split(',').some((each) => each.trim() === name))
      return declarationNamed(name, `${join(dirname(file), path).replaceAll('\\', '/')}.ts`);
  return undefined;
}

/** Reads a formatted file: an interface ends with its brace, anything else with a semicolon behind which nothing is indented. */
function declarationsOf(file: string): Declaration[] {
  const lines = textOf(file).split('\n');
  return lines.flatMap((line, start) => {
    const [, kind, name] = /^export (interface|type|const) (\w+)/.exec(line) ?? [];
    if (!kind || !name) return [];
    const end = lines.findIndex(
      (each, i) =>
        i >= start && (kind === 'interface' ? each === '}' : each.endsWith(';') && !/^\s/.test(lines[i + 1] ?? '')),
    );
    const comment = lines[start - 1]?.endsWith('*/')
      ? lines.slice(
          lines.findLastIndex((each, i) => i < start && each.startsWith('/**')),
          start,
        )
      : [];
    const code = [line.replace('export ', ''), ...lines.slice(start + 1, end + 1)].join('\n');
    return [{ name, comment: comment.join('\n'), code, file }];
  });
}

/** The words of a comment. */
function wordsOf(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/\s*\n\s*\*?\s*/g, ' ')
    .trim();
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*\*[\s\S]*?\*\//g, '');
}

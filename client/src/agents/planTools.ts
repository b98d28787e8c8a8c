import * as vscode from 'vscode';
import { plain } from '../../../core/calls/plain';
import { identityOfText } from '../../../core/text/identity';
import { isShown } from '../commands/planEdits';
import { takeBack } from '../commands/upToDate';
import type { OutsideFolders } from '../files/outsideFolders';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer, ToolAnswer } from '../server/planServer';

type Change = NonNullable<ToolAnswer['change']>;

/** A call that VS Code has asked us to prepare: what was shown for confirmation, and the time that stands in it. */
interface Prepared {
  now: number;
  lines: string;
}

/** What the tools work with. */
interface PlanToolsHost {
  context: vscode.ExtensionContext;
  server: PlanServer;
  snapshots: SnapshotStore;
  outside: OutsideFolders;
}

/** Milliseconds that a confirmation counts: a stamp in it must not be of another day's work. */
const longest = 60 * 60_000;
/** How many prepared calls are kept: VS Code may prepare one and never run it. */
const mostPrepared = 100;

/**
 * The language-model tools that the manifest contributes: agents in this editor do by them what a person does by commands.
 * Those that write are registered in trusted workspaces alone. A model knows them by the manifest; nothing happens here
 * before it calls one.
 */
export class PlanTools implements vscode.Disposable {
  readonly #tools = new Map<string, vscode.LanguageModelTool<object>>();
  readonly #registered: vscode.Disposable[] = [];

  constructor(host: PlanToolsHost) {
    // Editors that are built on VS Code may have no language models.
    if (typeof vscode.lm?.registerTool !== 'function') return;
    this.#register(false, host);
    if (vscode.workspace.isTrusted) this.#register(true, host);
    else this.#registered.push(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#register(true, host)));
  }

  /** A registered tool by its name in the manifest. */
  get(name: string): vscode.LanguageModelTool<object> | undefined {
    return this.#tools.get(name);
  }

  #register(isWriting: boolean, host: PlanToolsHost): void {
    const contributed: readonly { name: string; tags: readonly string[] }[] =
      host.context.extension.packageJSON.contributes?.languageModelTools ?? [];
    for (const { name, tags } of contributed) {
      if (tags.includes('writes') !== isWriting) continue;
      const tool = new PlanTool(name.replace('execplan_', ''), isWriting, host);
      this.#tools.set(name, tool);
      this.#registered.push(vscode.lm.registerTool(name, tool));
    }
  }

  dispose(): void {
    for (const each of this.#registered) each.dispose();
  }
}

/** One tool of the table in core/tools, done by the language server and written by VS Code. */
class PlanTool implements vscode.LanguageModelTool<object> {
  /** By what was said: the newest last. */
  readonly #prepared = new Map<string, Prepared[]>();

  constructor(
    private readonly name: string,
    private readonly isWriting: boolean,
    private readonly host: PlanToolsHost,
  ) {}

  async prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<object>): Promise<vscode.PreparedToolInvocation | undefined> {
    if (!this.isWriting) return undefined;
    const now = Date.now();
    const { change } = await this.#ask(input, now);
    // What is refused writes nothing; the model hears why when it runs.
    if (!change) return undefined;
    const key = JSON.stringify(input);
    const prepared = [...(this.#prepared.get(key) ?? []), { now, lines: linesOf(change) }];
    this.#prepared.set(key, prepared.slice(-mostPrepared));
    const message = new vscode.MarkdownString();
    message.appendCodeblock(shownLines(change), 'diff');
    return {
      invocationMessage: vscode.l10n.t('Writing {0}', change.file),
      confirmationMessages: {
        title:
          change.identity === null
            ? vscode.l10n.t('Create the plan {0}?', change.file)
            : vscode.l10n.t('Change the plan {0}?', change.file),
        message,
      },
    };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<object>): Promise<vscode.LanguageModelToolResult> {
    const key = JSON.stringify(input);
    const prepared = this.#prepared.get(key)?.shift();
    if (this.#prepared.get(key)?.length === 0) this.#prepared.delete(key);
    const { text, change } = await this.#ask(input, prepared?.now ?? Date.now());
    if (!change) return result(text);
    if (!this.isWriting || !vscode.workspace.isTrusted)
      return result('Nothing was written: this workspace is not trusted.');
    if (!prepared || Date.now() - prepared.now > longest || prepared.lines !== linesOf(change))
      return result(
        'Nothing was written: the plan is no longer what was confirmed. Call plan_status, and this tool again with its identity.',
      );
    const { problem, isSaved } = await write(change, this.host.server);
    if (isSaved !== undefined) await this.#remember(change, isSaved);
    return result(problem ?? text);
  }

  /** Has it put down which lines were written; the answer does not depend on it. */
  async #remember({ uri, lines }: Change, isSaved: boolean): Promise<void> {
    const written = lines.flatMap(({ added }) => added);
    await this.host.server.toolWritten({ uri, lines: written, time: Date.now(), isSaved }).catch(() => {});
  }

  #ask(input: unknown, now: number): Promise<ToolAnswer> {
    const { server, snapshots, outside } = this.host;
    // What lies outside of the workspace is another agent's.
    const own = snapshots.uris.filter((uri) => !outside.holds(uri));
    return server.tool({
      name: this.name,
      input,
      client: vscode.env.appName,
      now,
      files: own.map((uri) => ({ uri: uri.toString(), file: vscode.workspace.asRelativePath(uri) })),
      folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri: uri.toString(), file: name })),
    });
  }
}

/** What became of a change: `isSaved` is undefined where nothing was written. */
interface Written {
  problem?: string;
  isSaved?: boolean;
}

/** Writes what was confirmed, and saves it where the file had no unsaved changes. */
async function write(change: Change, server: PlanServer): Promise<Written> {
  const uri = vscode.Uri.parse(change.uri);
  const edit = new vscode.WorkspaceEdit();
  if (change.identity === null) {
    const contents = new TextEncoder().encode(change.edits.map(({ newText }) => newText).join(''));
    edit.createFile(uri, { contents });
    return (await vscode.workspace.applyEdit(edit))
      ? { isSaved: true }
      : { problem: `Nothing was written: ${change.file} is there already.` };
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await server.hold(document);
  try {
    const wasClean = !document.isDirty;
    const before = document.getText();
    if (identityOfText(before) !== change.identity)
      return {
        problem:
          'Nothing was written: the plan has just changed. Call plan_status, and this tool again with its identity.',
      };
    edit.set(uri, [...change.edits]);
    if (!(await vscode.workspace.applyEdit(edit)))
      return { problem: 'Nothing was written: the plan has just changed. Try again.' };
    if (!wasClean) return { isSaved: false };
    const isSaved = await document.save();
    if (!isSaved && !document.isDirty) {
      await takeBack(document, before);
      return { problem: 'Nothing was written: the file is read-only in this editor.' };
    }
    if (!isSaved)
      return { problem: 'It was edited, but could not be saved: the file has changed on disk.', isSaved: false };
    if (!isShown(uri)) await server.sendPresent(uri);
    return { isSaved: true };
  } finally {
    await server.release(document, !isShown(uri) && !document.isDirty);
  }
}

function result(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

function linesOf({ uri, lines }: Change): string {
  return JSON.stringify([uri, lines]);
}

/** The changed lines as a diff. They are shown as code: nothing of a plan's text is Markdown there. */
function shownLines({ lines }: Change): string {
  return lines
    .flatMap(({ line, removed, added }) => [
      `@@ ${line} @@`,
      ...removed.map((text) => `- ${plain(text)}`),
      ...added.map((text) => `+ ${plain(text)}`),
    ])
    .join('\n');
}

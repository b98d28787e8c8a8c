import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { mulberry } from '../support/mulberry';
import * as assert from './assert';
import { bridge } from './bridge';
import { eventually } from './eventually';
import { closeEditors, openNew, settled, textOnDisk } from './plan';

/** How a person ticks. */
const surfaces = ['sidebar', 'key', 'lightBulb'] as const;
/** What the other program does to the file; `move` takes it away and brings it back. */
const ways = ['rewrite', 'append', 'replace', 'move'] as const;

/** What came of rounds in which a person ticks a step while another program writes the plan. */
export interface TwoWritersFigures {
  rounds: number;
  /** Rounds in which the program writes what it has just read, and those of them whose tick is in the file at their end. */
  fresh: number;
  freshInFile: number;
  /** The same for rounds in which it writes what it had read before. */
  old: number;
  oldInFile: number;
  /** Ticks that were refused with a word, and those that were overwritten and offered again. */
  refused: number;
  offered: number;
  /** Ticks that are not in the file, though nobody was told. */
  silent: string[];
  /** Ticked steps that nobody ticked. */
  unknown: string[];
  /** Lines of the other program that are gone, though it did not overwrite them itself. */
  missing: string[];
  /** Rounds behind which the plan had unsaved changes, though nobody was told. */
  dirty: string[];
}

/**
 * The other program: it reads the file when it is told, keeps what it has read, and writes a text made from its last reading or
 * from a fresh one. One JSON object a line in, one out.
 */
const otherProgram = `
const fs = require('node:fs');
let kept = '';
require('node:readline').createInterface({ input: process.stdin }).on('line', (order) => {
  const { path, way, isOld, line, delay, away } = JSON.parse(order);
  setTimeout(() => {
    const now = fs.readFileSync(path, 'utf8');
    const text = (isOld && kept !== '' ? kept : now) + line;
    const tell = () => {
      console.log(JSON.stringify({ text }));
      setTimeout(() => { try { kept = fs.readFileSync(path, 'utf8'); } catch {} }, 20);
    };
    if (way === 'append') { fs.appendFileSync(path, line); tell(); }
    else if (way === 'rewrite') { fs.writeFileSync(path, text); tell(); }
    else if (way === 'replace') { fs.writeFileSync(path + '.tmp', text); fs.renameSync(path + '.tmp', path); tell(); }
    else { fs.renameSync(path, path + '.away'); setTimeout(() => { fs.renameSync(path + '.away', path); tell(); }, away); }
  }, delay);
});`;

/** Plays rounds of both, at random moments that a seed makes. */
export async function playTwoWriters(rounds: number, seed: number): Promise<TwoWritersFigures> {
  const random = mulberry(seed);
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
  const names = Array.from({ length: rounds + 20 }, (_, i) => `Step ${i} of the row`);
  const text = `# Tick all of it\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n${names.map((name) => `- [ ] ${name}\n`).join('')}\n## Decision Log\n\nNone yet.\n\n## Surprises & Discoveries\n\n- Line 0 of the other program\n`;
  const figures: TwoWritersFigures = {
    ...{ rounds, fresh: 0, freshInFile: 0, old: 0, oldInFile: 0, refused: 0, offered: 0 },
    ...{ silent: [], unknown: [], missing: [], dirty: [] },
  };
  const { uri } = (await openNew(`plans/two-writers-${seed}.md`, text)).document;
  const log: string[] = [];
  const other = new OtherProgram(uri.fsPath);
  /** Ticks that are in the file as far as we know. */
  const ticked = new Set<string>();
  /** All that somebody has tried to tick. */
  const meant = new Set<string>();
  let theirs = ['- Line 0 of the other program'];
  try {
    for (let round = 1; round <= rounds; round++) {
      const surface = pick(surfaces);
      const way = pick(ways);
      const isOld = way !== 'append' && way !== 'move' && random() < 2 / 3;
      const line = `- Line ${round} of the other program`;
      // The runner takes a long silence for a window that hangs.
      if (round % 10 === 0) await bridge.report('two writers, round', round);
      await vscode.commands.executeCommand('notifications.clearAll');
      const editor = await shown(uri);
      const { document } = editor;
      const name = await target(editor, surface, names);
      meant.add(name);
      const wrote = other.order({ way, isOld, line: `${line}\n`, delay: random() * 80, away: 20 + random() * 200 });
      await new Promise((resolve) => setTimeout(resolve, random() * 80));
      await tickBy(surface);
      const made = await wrote;
      const before = theirs;
      if (way !== 'move') theirs = way === 'append' ? [...before, line] : linesOf(made.text);
      // A click in a webview and the light bulb's list come back before what they have done.
      await eventually(async () => {
        const onDisk = await textOnDisk(uri);
        assert.equal(document.getText(), onDisk);
        assert.ok(isTicked(onDisk, name) || (await messages()).length > 0);
      }, 5000).catch(() => {});
      await settled();
      const told = await messages();
      const onDisk = await textOnDisk(uri);
      const label = `${round} ${surface} ${way}${isOld ? ' old' : ''}`;
      if (document.isDirty) {
        if (told.length === 0) figures.dirty.push(label);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      const isIn = isTicked(onDisk, name);
      if (isOld) figures.old++;
      else figures.fresh++;
      log.push(`${label}: ${isIn ? 'in' : 'not in'}${document.isDirty ? ', dirty' : ''}; ${told.join(' | ')}`);
      if (isIn) {
        ticked.add(name);
        if (isOld) figures.oldInFile++;
        else figures.freshInFile++;
      } else if (told.some((each) => each.includes('overwritten'))) figures.offered++;
      else if (told.length > 0) figures.refused++;
      else figures.silent.push(label);
      // What it had read before does not have the ticks of the round before: they are offered, too.
      for (const each of [...ticked])
        if (!isTicked(onDisk, each)) {
          ticked.delete(each);
          if (told.some((message) => message.includes('overwritten'))) figures.offered++;
          else figures.silent.push(`${label}: ${each}`);
        }
      for (const each of theirs) if (!onDisk.includes(`${each}\n`)) figures.missing.push(`${label}: ${each}`);
      theirs = theirs.filter((each) => onDisk.includes(`${each}\n`));
    }
    const end = await textOnDisk(uri);
    figures.unknown = names.filter((name) => isTicked(end, name) && !meant.has(name));
  } finally {
    other.end();
    console.log(log.join('\n'));
    await vscode.commands.executeCommand('notifications.hideList');
    await closeEditors();
    await vscode.workspace.fs.delete(uri);
  }
  return figures;
}

/** The editor of a file, in front. */
async function shown(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.toString() === uri.toString());
    return editor as vscode.TextEditor;
  });
}

/** The step that will be ticked: the view's next one, or the one that the cursor is put on. */
async function target(editor: vscode.TextEditor, surface: (typeof surfaces)[number], names: readonly string[]) {
  const open = names.filter((name) => !isTicked(editor.document.getText(), name));
  const name = open[surface === 'sidebar' ? 0 : Math.min(5, open.length - 1)] as string;
  const line = editor.document.getText().split('\n').indexOf(`- [ ] ${name}`);
  editor.selection = new vscode.Selection(line, 8, line, 8);
  await settled();
  await eventually(async () => assert.match(await bridge.webviewText('body'), new RegExp(`${open[0]}\\b`)));
  return name;
}

async function tickBy(surface: (typeof surfaces)[number]): Promise<void> {
  if (surface === 'sidebar') return bridge.webviewClick('[title="Tick with time"]');
  if (surface === 'lightBulb')
    return vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'refactor.rewrite.execplan.tick',
      apply: 'first',
    });
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await bridge.press('Control+K');
  await bridge.press('x');
}

function isTicked(text: string, name: string): boolean {
  return new RegExp(`^- \\[x\\] \\(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\dZ\\) ${name}$`, 'm').test(text);
}

function linesOf(text: string): string[] {
  return text.match(/^- Line \d+ of the other program$/gm) ?? [];
}

async function messages(): Promise<string[]> {
  await vscode.commands.executeCommand('notifications.showList');
  const told = await bridge.texts('.notifications-center .notification-list-item-message');
  await vscode.commands.executeCommand('notifications.hideList');
  return told;
}

interface Order {
  way: (typeof ways)[number];
  isOld: boolean;
  line: string;
  /** Milliseconds until it writes, and that the file is away. */
  delay: number;
  away: number;
}

class OtherProgram {
  readonly #process: ChildProcess;
  #answer: (made: { text: string }) => void = () => {};

  constructor(private readonly path: string) {
    const { spawn } = require('node:child_process') as typeof import('node:child_process');
    const { createInterface } = require('node:readline') as typeof import('node:readline');
    this.#process = spawn(process.execPath, ['-e', otherProgram], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      this.#answer(JSON.parse(line)),
    );
  }

  order(order: Order): Promise<{ text: string }> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#process.stdin?.write(`${JSON.stringify({ path: this.path, ...order })}\n`);
    });
  }

  end(): void {
    this.#process.stdin?.end();
  }
}

import * as vscode from 'vscode';
import { linesOf } from '../../../core/text/changedLines';
import { lineMap } from '../../../core/text/lineMap';

/** How many texts of a document are kept. */
const kept = 4;

/**
 * The last texts that documents had when they were as on disk, by version. Where another program has written a plan since a
 * person looked at it, they tell which line is the one that was meant.
 */
export class CleanTexts implements vscode.Disposable {
  readonly #byDocument = new WeakMap<vscode.TextDocument, Map<number, string>>();
  readonly #subscriptions = [
    vscode.workspace.onDidOpenTextDocument((document) => this.note(document)),
    vscode.workspace.onDidSaveTextDocument((document) => this.note(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.note(document)),
  ];

  /** Keeps the present text of a document that has no unsaved changes. */
  note(document: vscode.TextDocument): void {
    if (document.isDirty || document.isUntitled || document.languageId !== 'markdown') return;
    const texts = this.#byDocument.get(document) ?? new Map<number, string>();
    this.#byDocument.set(document, texts);
    texts.set(document.version, document.getText());
    const [oldest] = texts.keys();
    if (texts.size > kept) texts.delete(oldest as number);
  }

  /** Where lines of a former version are now, each for certain; undefined where one of them is not. */
  linesNow(document: vscode.TextDocument, version: number, lines: readonly number[]): number[] | undefined {
    const text = this.#byDocument.get(document)?.get(version);
    if (text === undefined || document.isDirty) return undefined;
    const { newLineOf } = lineMap(linesOf(text), linesOf(document.getText()));
    const now = lines.map(newLineOf);
    return now.every((line) => line !== undefined) ? now : undefined;
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

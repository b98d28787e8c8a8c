import * as vscode from 'vscode';
import { isKeptBySnippet, pastedAddress, pastedSteps, stepsBehind } from '../../../core/edits/pasted';
import { rolesOf } from '../../../core/plan/sections';
import type { PlanDetails } from '../../../server/src/protocol';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';

interface Parts {
  server: Pick<PlanServer, 'plan'>;
  snapshots: Pick<SnapshotStore, 'get'>;
}

const plainText = 'text/plain';
const kinds = {
  steps: vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'execplan', 'steps'),
  quote: vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'execplan', 'quote'),
};

/**
 * Offers, in the menu of a paste, plain lines as steps of Progress, and an address as a block for what it says. Pasted is plain
 * text, unless the person chooses otherwise.
 */
export function offerPastes({ server, snapshots }: Parts): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    { language: 'markdown' },
    {
      async provideDocumentPasteEdits(document, ranges, dataTransfer, { only, triggerKind }, token) {
        const known = snapshots.get(document.uri);
        const [range] = ranges;
        const text = known && ranges.length === 1 && (await dataTransfer.get(plainText)?.asString());
        if (!known || !range || !text || token.isCancellationRequested) return [];
        const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
        const behind = document.lineAt(range.end.line).text.slice(range.end.character);
        if (behind.trim() !== '') return [];
        // Once there is something to choose, VS Code inserts the plain text as a snippet, too.
        const isAsked = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
        if (!isAsked && !isKeptBySnippet(text, before)) return [];
        const address = pastedAddress(text);
        if (address) return before.trim() === '' && isWanted(kinds.quote, only) ? [quoteOf(address)] : [];
        const isAtStep = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[ \]\s+)?)?$/.test(before);
        if (!isAtStep || !isWanted(kinds.steps, only)) return [];
        const plan = (await server.plan(known.uri))?.plans.findLast(({ line }) => line <= range.start.line);
        const place = plan && stepPlace(plan, document, range.start.line);
        const steps = place && pastedSteps(text, place.like);
        return steps === undefined ? [] : [stepsEdit(stepsBehind(before, steps))];
      },
    },
    { providedPasteEditKinds: Object.values(kinds), pasteMimeTypes: [plainText] },
  );
}

function isWanted(
  kind: vscode.DocumentDropOrPasteEditKind,
  only: vscode.DocumentDropOrPasteEditKind | undefined,
): boolean {
  return only === undefined || only.contains(kind);
}

/**
 * Where steps are kept: a line is below a heading (it ends a section) that has steps below it, or that is Progress. `like` is the
 * step that new ones look like; undefined where there is none.
 */
function stepPlace(
  { steps }: PlanDetails,
  document: vscode.TextDocument,
  at: number,
): { like: string | undefined } | undefined {
  const heading = /^ {0,3}#{1,6}\s+/;
  const isHeading = (line: number) => heading.test(document.lineAt(line).text);
  const textOf = (step: { line: number } | undefined) => step && document.lineAt(step.line).text;
  let first = at;
  while (first > 0 && !isHeading(first)) first--;
  let behind = at + 1;
  while (behind < document.lineCount && !isHeading(behind)) behind++;
  const own = steps.filter(({ line }) => line > first && line < behind && line !== at);
  const beside = own.findLast(({ line }) => line < at) ?? own[0];
  if (beside) return { like: textOf(beside) };
  if (!rolesOf(document.lineAt(first).text.replace(heading, '')).includes('progress')) return undefined;
  return { like: textOf(steps.find(({ depth, line }) => depth === 0 && line !== at)) };
}

function stepsEdit(steps: string): vscode.DocumentPasteEdit {
  return edit(new vscode.SnippetString().appendText(steps), vscode.l10n.t('Paste as Steps'), kinds.steps);
}

function quoteOf(address: string): vscode.DocumentPasteEdit {
  const snippet = new vscode.SnippetString('> ')
    .appendPlaceholder(vscode.l10n.t('What it says, as far as this plan needs it'))
    .appendText(`\n>\n> Source: <${address}>\n`);
  return edit(snippet, vscode.l10n.t('Paste as a Quote with Its Source'), kinds.quote);
}

function edit(
  text: vscode.SnippetString,
  title: string,
  kind: vscode.DocumentDropOrPasteEditKind,
): vscode.DocumentPasteEdit {
  const made = new vscode.DocumentPasteEdit(text, title, kind);
  made.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return made;
}

import type { ClientCapabilities, Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { annotate, type Mark } from './fixture';

/** What VS Code says of itself, as far as the language features look at it. */
export const editorCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
    inlayHint: {},
    inlineCompletion: {},
  },
};

/** A text with a place in it, which is marked `|`; a doubled mark is a mark itself. */
export function withPlace(marked: string): { text: string; position: Position } {
  const at = marked.indexOf('|');
  if (at < 0) throw new Error('No place is marked');
  const before = marked.slice(0, at).split('\n');
  return {
    text: marked.slice(0, at) + marked.slice(at + 1),
    position: { line: before.length - 1, character: (before.at(-1) as string).length },
  };
}

/** The place of the first of some words in a text, so many characters into them. */
export function placeOf(text: string, words: string, into = 0): Position {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`There is no "${words}"`);
  return TextDocument.create('', '', 0, text).positionAt(at + into);
}

/** The lines of a text that some ranges are in, with carets below what they hold. */
export function caretsOf(text: string, places: readonly (Range & { label?: string })[]): string {
  const marks = places.map(
    ({ start, end, label }): Mark => ({
      line: start.line,
      character: start.character,
      endCharacter: end.character,
      label: label ?? '',
    }),
  );
  const lines = annotate(text, marks).split('\n');
  return lines.filter((line, i) => /^\s*\^/.test(line) || /^\s*\^/.test(lines[i + 1] ?? '')).join('\n');
}

export function rangesIn(uri: string, locations: readonly Location[]): Range[] {
  return locations.filter((each) => each.uri === uri).map(({ range }) => range);
}

/** What becomes of texts, by their URIs, by an edit. */
export function editedBy(edit: WorkspaceEdit | null, texts: Readonly<Record<string, string>>): Record<string, string> {
  const edited: Record<string, string> = {};
  const changes =
    edit?.documentChanges ??
    Object.entries(edit?.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
  for (const change of changes) {
    if (!('textDocument' in change)) continue;
    const { uri } = change.textDocument;
    const document = TextDocument.create(uri, '', 0, texts[uri] ?? '');
    edited[uri] = TextDocument.applyEdits(
      document,
      change.edits.flatMap((each) => ('newText' in each ? [each] : [])),
    );
  }
  return edited;
}

import { t } from '@vscode/l10n';
import type { Position, PrepareRenameResult, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { linksFrom } from '../../../core/symbols/linksInto';
import { type Renamed, type RenameResult, renamableAt, rename } from '../../../core/symbols/rename';
import { symbolAt } from '../../../core/symbols/symbols';
import type { LinkingFile, PlanSource } from './planSource';

/** What is renamed at a place, with its present name; null where nothing of ours is. */
export function prepareRename({ analysis, path }: PlanSource, position: Position): PrepareRenameResult | null {
  const at = renamableAt(symbolAt({ ...analysis, path }, position));
  if (!at) return null;
  const { start, end } = at.range;
  const placeholder = (analysis.lines[start.line] ?? '').slice(start.character, end.character);
  return { range: at.range, placeholder };
}

/** The edits of a rename, in all files; why there are none; undefined where nothing of ours is renamed. */
export function renameAt(
  source: PlanSource,
  position: Position,
  newName: string,
  others: readonly LinkingFile[],
): WorkspaceEdit | Extract<RenameResult, { refused: string }> | undefined {
  const { analysis, path, document, client } = source;
  const from = { ...analysis, path };
  const at = renamableAt(symbolAt(from, position));
  if (!at) return undefined;
  const result = rename(at, newName, from);
  if ('refused' in result) return result;
  const edited = [
    { uri: document.uri, version: document.version as number | null, edits: result.own },
    ...others.map((file) => ({
      uri: file.uri,
      version: file.version,
      edits: path === undefined ? [] : result.linksOf(linksFrom(file, path)),
    })),
  ].filter(({ edits }) => edits.length > 0);
  if (!client.documentChanges)
    return { changes: Object.fromEntries(edited.map(({ uri, edits }) => [uri, edits.map(toTextEdit)])) };
  const toEdit = (edit: Renamed, uri: string) =>
    client.annotations
      ? { ...toTextEdit(edit), annotationId: uri === document.uri ? edit.role : 'otherFile' }
      : toTextEdit(edit);
  const documentChanges = edited.map(
    ({ uri, version, edits }): TextDocumentEdit => ({
      textDocument: { uri, version },
      edits: edits.map((edit) => toEdit(edit, uri)),
    }),
  );
  return client.annotations ? { documentChanges, changeAnnotations: annotations() } : { documentChanges };
}

/** What a preview calls the parts of a rename. */
function annotations(): NonNullable<WorkspaceEdit['changeAnnotations']> {
  return {
    definition: { label: t('The name itself') },
    mention: { label: t('Where this plan names it') },
    link: { label: t('Links in this file') },
    otherFile: { label: t('Links from other files') },
  };
}

function toTextEdit({ range, text }: Renamed): TextEdit {
  return { range, newText: text };
}

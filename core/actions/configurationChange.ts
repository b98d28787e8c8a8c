import { newConfiguration, type TextChange } from '../configuration/edits';
import type { ActionContext, ActionResult } from './action';

/** Edits the configuration file that counts for a text, or makes one; refused where it is none that can be edited. */
export function configurationChange(
  { configuration }: ActionContext,
  change: (text: string) => TextChange | undefined,
): ActionResult {
  if (!configuration) return { refused: 'noConfiguration' };
  const { uri, text } = configuration;
  if (text === undefined) return { files: [{ kind: 'create', uri, text: newConfiguration(change) }] };
  const made = change(text);
  return made ? { files: [{ kind: 'edit', uri, text, change: made }] } : { refused: 'noConfiguration' };
}

import type { Analysis } from '../../../core/check';
import type { Settings } from '../../../core/configuration/settingsTable';
import type { TextFile } from '../../../core/edits/movePlan';
import type { Clock } from '../../../core/edits/stamp';
import type { OpenText } from '../../../core/text/openText';

/** What a language feature is computed from: an open document that holds a plan, as it is now. */
export interface PlanSource {
  uri: string;
  document: OpenText;
  analysis: Analysis;
  /** The document's path below the folder of the workspace that holds it; undefined outside of all. */
  path: string | undefined;
  settings: Settings;
  clock: Clock;
  author: string | undefined;
  /** Who reads it, and where: an IANA name. */
  reader: { timeZone: string };
  client: ClientFeatures;
}

/** What decides how features answer a client. */
export interface ClientFeatures {
  /**
   * True where the client knows Markdown itself, and so brings links, headings and folds: what it brings is left to it, so that
   * nothing is there twice.
   */
  markdown: boolean;
  snippets: boolean;
  /** A completion that it puts in has to be of one line: see `Capabilities.lineCompletions`. */
  lineCompletions: boolean;
  /** It takes edits of versions of documents. */
  documentChanges: boolean;
  /** It shows what an edit changes, by labels. */
  annotations: boolean;
  /** The commands that it has, by their ids: lenses and links may name no others. */
  commands: ReadonlySet<string>;
}

/** Other files of the workspace that may link to a document. */
export interface LinkingFile extends TextFile {
  uri: string;
  /** Of one that an editor has open; null for one on disk. */
  version: number | null;
}

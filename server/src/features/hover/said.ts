import type { Range } from 'vscode-languageserver';
import type { NamedPlace } from '../../../../core/symbols/paths';

/** What is said of a place: its words are escaped where they are a plan's. */
export interface Said {
  range: Range;
  /** Markdown, a paragraph each. */
  paragraphs: readonly string[];
}

/** What `path` names of a path: undefined where nobody can tell whether it is there. */
export type PathState = (place: NamedPlace) => Promise<boolean | undefined>;

import type { SymbolInformation } from 'vscode-languageserver';
import type { PlanDocument } from '../../../core/plan/model';
import { symbolKinds } from '../protocol';

/** Something of a plan that can be found by its name, in whatever file. */
export interface PlanName {
  name: string;
  kind: SymbolInformation['kind'];
  line: number;
  character: number;
  /** What it is part of: the plan's title. */
  container: string | undefined;
  /** True where it is a heading, which a client that knows Markdown lists itself. */
  isHeading: boolean;
}

/** The plans of a text, their milestones and the steps that are not done. */
export function namesOf({ plans }: PlanDocument, lines: readonly string[]): PlanName[] {
  return plans.flatMap(({ title, range, milestones, steps }): PlanName[] => {
    const start = title?.range.start ?? range.start;
    const container = title?.text;
    return [
      ...(title ? [{ name: title.text, kind: symbolKinds.plan, ...start, container: undefined, isHeading: true }] : []),
      ...milestones.map(({ heading }) => ({
        name: heading.text,
        kind: symbolKinds.milestone,
        ...heading.range.start,
        container,
        isHeading: /^ {0,3}#/.test(lines[heading.range.start.line] ?? ''),
      })),
      ...steps
        .filter(({ state, text }) => (state === 'open' || state === 'partial') && text !== '')
        .map(({ state, text, range }) => ({
          name: text.length > 200 ? `${text.slice(0, 199)}…` : text,
          kind: symbolKinds[state],
          ...range.start,
          container,
          isHeading: false,
        })),
    ];
  });
}

/** Those that have the characters of a query, in their order and whatever their case. */
export function matching(
  names: readonly PlanName[],
  query: string,
  uri: string,
  hasMarkdown: boolean,
): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s/g, '');
  return names
    .filter(({ name, isHeading }) => !(hasMarkdown && isHeading) && hasInOrder(name.toLowerCase(), wanted))
    .map(({ name, kind, line, character, container }) => ({
      name,
      kind,
      location: { uri, range: { start: { line, character }, end: { line, character } } },
      ...(container !== undefined && { containerName: container }),
    }));
}

function hasInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const sign of wanted) {
    at = text.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

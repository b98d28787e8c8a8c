import { type EntryForm, slot } from './entryForm';
import { type KeyStyle, plainKeys } from './keyStyle';
import { type TabStop, type Template, tabStops } from './template';

/** Whose shape new text takes: the OpenAI Cookbook's, or that of the specification this project was founded on. */
export type Dialect = 'cookbook' | 'seed';

/** A step that is still to do: no stamp, because nothing has happened. */
export function openStep(): Template {
  const tab = tabStops();
  return ['- [ ] ', tab('What will be done')];
}

/** A step that was done at `stamp`. */
export function doneStep(dialect: Dialect, stamp: string): Template {
  const tab = tabStops();
  return ['- [x] ', stamped(dialect, stamp), tab('What was done')];
}

/** What stands in place of a surprise's evidence, of a decision's rationale and of its author until somebody writes it. */
export const proofText = 'the file and line, or the short output, that proves it';
export const rationaleText = 'Why, and what was turned down';
export const authorText = 'who decided';

/** A record of the Surprises & Discoveries section. */
export function surpriseForm(dialect: Dialect, stamp: string, keys: KeyStyle = plainKeys): EntryForm {
  const found = slot('text', 'What was found, and what it changes');
  if (dialect === 'seed') {
    const key = keys.name('evidence').toLowerCase();
    return ['- ', stamped(dialect, stamp), found, slot('evidence', proofText, ` (${key}: `, ')')];
  }
  const key = keys.written('evidence');
  return [`- ${keys.written('observation')}`, found, ` (${stamp})`, slot('evidence', proofText, `\n  ${key}`)];
}

/** A record of the Decision Log section. */
export function decisionForm(dialect: Dialect, stamp: string, keys: KeyStyle = plainKeys): EntryForm {
  const what = slot('text', 'What was decided');
  const why = slot('rationale', rationaleText, `\n  ${keys.written('rationale')}`);
  if (dialect === 'seed')
    return ['- ', stamped(dialect, stamp), what, why, slot('author', authorText, `\n  ${keys.written('author')}`)];
  const date = `\n  ${keys.written('dateAuthor')}${stamp}`;
  return [`- ${keys.written('decision')}`, what, why, date, slot('author', authorText, ', ')];
}

/** A record of the Outcomes & Retrospective section: for the end of a milestone or of the plan. */
export function outcomeForm(dialect: Dialect, stamp: string): EntryForm {
  return [
    ...['- ', stamped(dialect, stamp), slot('text', 'What works now, measured against the purpose')],
    slot('remaining', 'What remains, and what was learned', '. ', '.'),
  ];
}

/**
 * A milestone with its heading: a paragraph below Plan of Work, or the seed's section of its own with four fields.
 * `tab` carries on the numbering of the text that it becomes a part of.
 */
export function milestoneTemplate(dialect: Dialect, tab: (text: string) => TabStop = tabStops()): Template {
  if (dialect === 'cookbook') {
    return [
      ...['### Milestone ', tab('1'), ': ', tab('Title'), '\n\n'],
      ...[tab('Say what will exist at the end of this milestone that does not exist now.'), ' '],
      ...[tab('Tell the work, naming each file by its path from the repository root.'), ' '],
      tab('Name the command to run and what it shows when the milestone is reached.'),
    ];
  }
  return [
    ...['## Milestone ', tab('1'), ': ', tab('Title'), '\n\n'],
    ...[plainKeys.written('scope'), tab('What this milestone adds, and what it leaves alone'), '\n\n'],
    ...[
      `${plainKeys.name('deliverables')}:\n- `,
      tab('Kind of file'),
      ': ',
      tab('path/from/the/repository/root'),
      '\n\n',
    ],
    ...proofTemplate(dialect, plainKeys, tab),
  ];
}

/** A record of one sentence that says all. */
export function plainEntry(dialect: Dialect, stamp: string, text: string): Template {
  return ['- ', stamped(dialect, stamp), text];
}

/** What to run, and what it then prints: as code in fences, or in the Cookbook's form by indentation. */
export function proofTemplate(dialect: Dialect, keys: KeyStyle, tab: (text: string) => TabStop = tabStops()): Template {
  return [
    ...[`${keys.written('commands').trimEnd()}\n\n`, ...code(dialect, 'bash', tab('command')), '\n\n'],
    ...[`${keys.written('expected').trimEnd()}\n\n`, ...code(dialect, 'text', tab(outputText))],
  ];
}

/** What stands in place of the output that a command has. */
export const outputText = 'what the command prints';

function code(dialect: Dialect, language: string, stop: TabStop): Template {
  return dialect === 'seed' ? [`\`\`\`${language}\n`, stop, '\n```'] : ['    ', stop];
}

/** The stamp in front of an entry's text: in parentheses, or bare with a dash. */
function stamped(dialect: Dialect, stamp: string): string {
  return dialect === 'seed' ? `${stamp} - ` : `(${stamp}) `;
}

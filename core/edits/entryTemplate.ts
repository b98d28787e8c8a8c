import { type Hint, hintIn } from '../words/hints';
import { type EntryForm, slot } from './entryForm';
import { type KeyStyle, plainKeys } from './keyStyle';
import { type TabStop, type Template, tabStops } from './template';

/** Whose shape new text takes: the OpenAI Cookbook's, or that of the specification this project was founded on. */
export type Dialect = 'cookbook' | 'seed';

/** A step that is still to do: no stamp, because nothing has happened. */
export function openStep(): Template {
  const tab = tabStops();
  return ['- [ ] ', tab(hintIn('en', 'openStep'))];
}

/** A step that was done at `stamp`. */
export function doneStep(dialect: Dialect, stamp: string): Template {
  const tab = tabStops();
  return ['- [x] ', stamped(dialect, stamp), tab(hintIn('en', 'doneStep'))];
}

/** A record of the Surprises & Discoveries section. */
export function surpriseForm(dialect: Dialect, stamp: string, keys: KeyStyle = plainKeys): EntryForm {
  const found = slot('text', 'found');
  if (dialect === 'seed') {
    const key = keys.inBrackets('evidence');
    return ['- ', stamped(dialect, stamp), found, slot('evidence', 'proof', ` (${key}: `, ')')];
  }
  const key = keys.written('evidence');
  return [`- ${keys.written('observation')}`, found, ` (${stamp})`, slot('evidence', 'proof', `\n  ${key}`)];
}

/** A record of the Decision Log section. */
export function decisionForm(dialect: Dialect, stamp: string, keys: KeyStyle = plainKeys): EntryForm {
  const what = slot('text', 'decided');
  const why = slot('rationale', 'why', `\n  ${keys.written('rationale')}`);
  if (dialect === 'seed')
    return ['- ', stamped(dialect, stamp), what, why, slot('author', 'who', `\n  ${keys.written('author')}`)];
  const date = `\n  ${keys.written('dateAuthor')}${stamp}`;
  return [`- ${keys.written('decision')}`, what, why, date, slot('author', 'who', ', ')];
}

/** A record of the Outcomes & Retrospective section: for the end of a milestone or of the plan. */
export function outcomeForm(dialect: Dialect, stamp: string): EntryForm {
  return [...['- ', stamped(dialect, stamp), slot('text', 'reached')], slot('remaining', 'learned', '. ', '.')];
}

/**
 * A milestone with its heading: a paragraph below Plan of Work, or the seed's section of its own with four fields.
 * `tab` carries on the numbering of the text that it becomes a part of.
 */
export function milestoneTemplate(dialect: Dialect, tab: (text: string) => TabStop = tabStops()): Template {
  const hint = (name: Hint) => tab(hintIn('en', name));
  if (dialect === 'cookbook') {
    return [
      ...['### Milestone ', tab('1'), ': ', hint('title'), '\n\n'],
      ...[hint('milestone'), ' ', hint('work'), ' ', hint('commandAndOutput')],
    ];
  }
  return [
    ...['## Milestone ', tab('1'), ': ', hint('title'), '\n\n'],
    ...[plainKeys.written('scope'), hint('scope'), '\n\n'],
    ...[`${plainKeys.name('deliverables')}:\n- `, hint('fileKind'), ': ', tab('path/from/the/repository/root'), '\n\n'],
    ...proofTemplate(dialect, plainKeys, tab),
  ];
}

/** A record of one sentence that says all. */
export function plainEntry(dialect: Dialect, stamp: string, text: string): Template {
  return ['- ', stamped(dialect, stamp), text];
}

/** What to run, and what it then prints, in the language of the keys: as code in fences, or in the Cookbook's form by indentation. */
export function proofTemplate(dialect: Dialect, keys: KeyStyle, tab: (text: string) => TabStop = tabStops()): Template {
  return [
    ...[
      `${keys.written('commands').trimEnd()}\n\n`,
      ...code(dialect, 'bash', tab(hintIn(keys.language, 'command'))),
      '\n\n',
    ],
    ...[`${keys.written('expected').trimEnd()}\n\n`, ...code(dialect, 'text', tab(hintIn(keys.language, 'output')))],
  ];
}

function code(dialect: Dialect, language: string, stop: TabStop): Template {
  return dialect === 'seed' ? [`\`\`\`${language}\n`, stop, '\n```'] : ['    ', stop];
}

/** The stamp in front of an entry's text: in parentheses, or bare with a dash. */
function stamped(dialect: Dialect, stamp: string): string {
  return dialect === 'seed' ? `${stamp} - ` : `(${stamp}) `;
}

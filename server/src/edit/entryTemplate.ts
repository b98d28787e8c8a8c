import { keyName } from '../plan/keys';
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

/** A record of the Surprises & Discoveries section. */
export function surpriseEntry(dialect: Dialect, stamp: string): Template {
  const tab = tabStops();
  const found = tab('What was found, and what it changes');
  const proof = tab('the file and line, or the short output, that proves it');
  if (dialect === 'seed')
    return ['- ', stamped(dialect, stamp), found, ` (${keyName('evidence').toLowerCase()}: `, proof, ')'];
  return [`- ${keyName('observation')}: `, found, ` (${stamp})\n  ${keyName('evidence')}: `, proof];
}

/** A record of the Decision Log section. */
export function decisionEntry(dialect: Dialect, stamp: string): Template {
  const tab = tabStops();
  const what = tab('What was decided');
  const why = tab('Why, and what was turned down');
  const who = tab('who decided');
  if (dialect === 'seed') {
    return [
      '- ',
      stamped(dialect, stamp),
      what,
      `\n  ${keyName('rationale')}: `,
      why,
      `\n  ${keyName('author')}: `,
      who,
    ];
  }
  return [
    `- ${keyName('decision')}: `,
    what,
    `\n  ${keyName('rationale')}: `,
    why,
    `\n  ${keyName('dateAuthor')}: ${stamp}, `,
    who,
  ];
}

/** A record of the Outcomes & Retrospective section: for the end of a milestone or of the plan. */
export function outcomeEntry(dialect: Dialect, stamp: string): Template {
  const tab = tabStops();
  const works = tab('What works now, measured against the purpose');
  return ['- ', stamped(dialect, stamp), works, '. ', tab('What remains, and what was learned'), '.'];
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
    ...[`${keyName('scope')}: `, tab('What this milestone adds, and what it leaves alone'), '\n\n'],
    ...[`${keyName('deliverables')}:\n- `, tab('Kind of file'), ': ', tab('path/from/the/repository/root'), '\n\n'],
    ...[`${keyName('commands')}:\n\n\`\`\`bash\n`, tab('command'), '\n```\n\n'],
    ...[`${keyName('expected')}:\n\n\`\`\`text\n`, tab('what the command prints'), '\n```'],
  ];
}

/** A record of one sentence that says all. */
export function plainEntry(dialect: Dialect, stamp: string, text: string): Template {
  return ['- ', stamped(dialect, stamp), text];
}

/** The stamp in front of an entry's text: in parentheses, or bare with a dash. */
function stamped(dialect: Dialect, stamp: string): string {
  return dialect === 'seed' ? `${stamp} - ` : `(${stamp}) `;
}

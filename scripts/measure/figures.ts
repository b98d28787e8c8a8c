import type { PageFigures } from './page';

/** What one window has measured: milliseconds, and megabytes for memory. */
export interface Figures {
  suite: string;
  figures: ReadonlyMap<string, number>;
}

/** A lookup of the median of all windows of a suite; throws for what was not measured. */
export type Median = (suite: string, name: string) => number;

/** The medians over the windows of each suite. */
export function medians(measured: readonly Figures[]): Median {
  return (suite, name) => {
    const values = measured.flatMap((each) => (each.suite === suite ? (each.figures.get(name) ?? []) : []));
    const middle = values.sort((a, b) => a - b)[values.length >> 1];
    if (middle === undefined) throw new Error(`${suite} has not measured ${name}`);
    return middle;
  };
}

/** The measured values with their targets, as a table in Markdown. */
export function measureRows(median: Median, page: PageFigures): string[] {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const mb = (value: number) => `${Math.round(value)} MB`;
  const [list, withNotes] = [median('measure-many', 'list'), median('measure-notes', 'list')];
  const floor = median('measure-many', 'floor');
  const empty = median('measure-one', 'server memory');
  const memory = median('measure-many', 'server memory') - empty;
  const most = median('measure-many', 'most server memory') - empty;
  const [tree, bare] = [median('measure-many', 'tree of plans'), median('measure-many', 'tree of bare items')];
  const [listEmpty, listAgain] = [median('measure-reload', 'list'), median('measure-reload', 'list, again')];
  const rows = [
    ['activation', ms(median('measure-many', 'activation')), ''],
    ['opening of a document to its first finding, activation included', ms(median('measure-one', 'first finding')), ''],
    ['activation to the complete list of 1,000 plans with their figures', ms(list), '≤ 3000 ms'],
    ['markdown-it alone for the blocks of these texts, just before', ms(floor), ''],
    ['their ratio', (list / floor).toFixed(1), ''],
    [
      'window reload to the complete list, with what the last window has kept; the same without',
      `${ms(listAgain)}; ${ms(listEmpty)}`,
      '',
    ],
    ['their ratio', (listAgain / listEmpty).toFixed(2), '≤ 0.25'],
    ['activation to all of their findings, looked for after that', ms(median('measure-many', 'findings')), ''],
    ['the list with 10,000 other Markdown files', ms(withNotes), ''],
    ['its ratio to that without', (withNotes / list).toFixed(2), '≤ 2'],
    ['what 1,000 plans add to the memory of the server', mb(memory), '≤ 80 MB'],
    ['the same while they are read', mb(most), '≤ 80 MB'],
    ['closed file replaced on disk to its new figures', ms(median('measure-many', 'change on disk')), '≤ 1000 ms'],
    [
      'text of an agent in an open plan to the cursor back on its step, the median of 30',
      ms(median('measure-cursor', 'cursor restored')),
      '',
    ],
    ['the same at worst', ms(median('measure-cursor', 'cursor restored at worst')), ''],
    [
      'change event of an open plan of 200 steps to the painted view, the median of 60',
      ms(median('measure-cursor', 'change painted')),
      '',
    ],
    ['95 of 100 of these', ms(median('measure-cursor', 'change painted p95')), '≤ 50 ms'],
    [
      'of it, from the arrival of the message in the page: the median; 95 of 100',
      `${ms(median('measure-cursor', 'change painted, in the page'))}; ${ms(median('measure-cursor', 'change painted, in the page p95'))}`,
      '',
    ],
    [
      "VS Code's own part: a bare page that an extension tells of a change of plain text: the median; 95 of 100",
      `${ms(median('measure-cursor', 'bare page painted'))}; ${ms(median('measure-cursor', 'bare page painted p95'))}`,
      '',
    ],
    [
      'change event of its closed file to the painted view, 95 of 100 of 30',
      ms(median('measure-cursor', 'file change painted p95')),
      '≤ 50 ms',
    ],
    [
      "from the file's writing on, VS Code's own part included: the median; 95 of 100",
      `${ms(median('measure-cursor', 'file written painted'))}; ${ms(median('measure-cursor', 'file written painted p95'))}`,
      '',
    ],
    ['1,000 plans of the tree in another order; a tree of 1,000 bare items', `${ms(tree)}; ${ms(bare)}`, ''],
    ['their ratio', (tree / bare).toFixed(2), '≤ 1.5'],
    [
      'tick by the key in a plan of 2,000 lines, from the key to the changed text, the median of 60',
      ms(median('measure-key', 'key')),
      '',
    ],
    ['95 of 100 of these', ms(median('measure-key', 'key p95')), '≤ 50 ms'],
    ['the same at worst', ms(median('measure-key', 'key at worst')), ''],
    [
      'a bare command that edits the same line by the editor, or by a workspace edit, in turns with these; 95 of 100',
      `${ms(median('measure-key', 'bare editor.edit'))}, ${ms(median('measure-key', 'bare applyEdit'))}; ${ms(median('measure-key', 'bare editor.edit p95'))}, ${ms(median('measure-key', 'bare applyEdit p95'))}`,
      '',
    ],
    ...pageRows(page),
  ];
  return ['| | measured | target |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)];
}

/** What the page of a plan took in a browser of its own. */
function pageRows({ first, update, updateP95, paintedP95, longestLayout }: PageFigures): string[][] {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return [
    ['700 steps in the view, from the message to their first layout', ms(first), '≤ 100 ms'],
    ['the next message, one step being another, to its layout: the median of 40', ms(update), '≤ 16 ms'],
    ['95 of 100 of these; with the wait for a frame and its paint', `${ms(updateP95)}; ${ms(paintedP95)}`, ''],
    ['the longest layout of these', ms(longestLayout), '≤ 16 ms'],
  ];
}

/** Words and sentences of made-up plans, the same at every run. */
export interface Prose {
  /** One of some things, in an order that looks like chance. */
  pick<T>(things: readonly T[]): T;
  /** A sentence's words without a full stop, such as `Let the worker skip stale rows`. */
  task(): string;
  /** Text that fills just so many lines of at most `width` characters; `first` begins it, the others are indented. */
  paragraph(lines: number, first?: string, indent?: string, width?: number): string[];
  /** A file of the made-up repository, such as `gallery/cache/worker.py`. */
  path(): string;
  /** A command line of a shell. */
  command(): string;
  /** A line that a command prints. */
  output(): string;
}

const verbs = ['Add', 'Let', 'Move', 'Teach', 'Measure', 'Rename', 'Split', 'Cover', 'Keep', 'Wire', 'Check', 'Drop'];
const things = [
  'the cache table',
  'the nightly worker',
  'the status page',
  'the thumbnail view',
  'the upload queue',
  'the retry loop',
  'the album index',
  'the settings reader',
  'the purge command',
  'the request log',
];
const ends = [
  'behind the setting, so that nothing changes before it is turned on',
  'and prove it with a test that fails before and passes after',
  'in the way the server reads it, without a second code path',
  'for albums of more than four hundred photos',
  'so that a second run finds nothing left to do',
  'with the same answer for an empty album',
  'when the original was replaced in place',
  'and write the figures down below',
  'without a lock around the whole table',
];
const asides = [
  '',
  '',
  '',
  ' — as measured',
  ', which `make check` proves',
  '',
  ' — see the log',
  ' (about 12 ms)',
  '',
];
const folders = ['gallery', 'gallery/cache', 'gallery/views', 'tests/cache', 'tools', 'docs/notes'];
const names = ['worker', 'table', 'purge', 'settings', 'album_index', 'status_page', 'retry', 'thumbnails'];

/** Begins anew with a seed; two of the same seed say the same. Where a name is given, each sentence and path is about it. */
export function startProse(seed: number, name?: string): Prose {
  let state = seed >>> 0;
  const next = (end: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const pick = <T>(from: readonly T[]) => from[next(from.length)] as T;
  const below = name ? `${name}/` : '';
  const path = () => `${pick(folders)}/${below}${pick(names)}.py`;
  const of = name ? ` of ${name}` : '';
  const task = () => `${pick(verbs)} ${pick(things)}${of} ${pick(ends)}`;
  const sentence = () => {
    const where = next(3) === 0 ? ` in \`${path()}\`` : '';
    return `${task()}${where}${pick(asides)}.`;
  };
  const paragraph = (lines: number, first = '', indent = '', width = 88) => {
    const made: string[] = [];
    let line = first;
    let words: string[] = [];
    while (made.length < lines) {
      if (words.length === 0) words = sentence().split(' ');
      const word = words.shift() as string;
      const glue = line === '' || line.endsWith(' ') ? '' : ' ';
      if (line.length + glue.length + word.length <= width) line += glue + word;
      else {
        made.push(line);
        line = indent + word;
      }
    }
    made.push(`${(made.pop() as string).replace(/(?: —|[.,])$/, '')}.`);
    return made;
  };
  return {
    pick,
    task,
    paragraph,
    path,
    command: () => `python -m pytest ${path()} -k ${pick(names)} --maxfail ${1 + next(5)}`,
    output: () => `${path()}: ${10 + next(80)} passed, ${next(3)} skipped in ${next(9)}.${next(90) + 10} s`,
  };
}

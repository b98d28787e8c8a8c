/** Numbers from 0 up to 1, the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lines that open something, break something, or look like what they are not. */
const strangers = [
  '',
  '<!-- left open',
  '-->',
  '```',
  '```md',
  '~~~',
  '<pre>',
  '<script>',
  '<?php',
  '---',
  '===',
  '=======',
  '<<<<<<< ours',
  '>>>>>>> theirs',
  '    indented',
  '\t- [ ] with a tab',
  '- []',
  '- []string becomes []byte',
  '- [ x] Almost a box',
  '> - [] quoted',
  '> ## Progress',
  '## Progress',
  '## Decision Log {#log}',
  '# Another title',
  '### Milestone 2: Another one',
  '- [x] 2026-02-09 11:19 UTC+5:30 Odd',
  '| a | b |',
  '<details>',
  '</details>',
  'None yet.',
];

type Mutation = (lines: string[], random: () => number) => void;

const place = (lines: readonly string[], random: () => number) => Math.floor(random() * lines.length);
const headingIn = (lines: readonly string[], random: () => number) => {
  const headings = lines.flatMap((line, i) => (/^#{1,6} /.test(line) ? [i] : []));
  return headings[place(headings as unknown as string[], random)];
};

const mutations: readonly Mutation[] = [
  (lines, random) => lines.splice(place(lines, random), 1),
  (lines, random) => lines.splice(place(lines, random), 1 + Math.floor(random() * 20)),
  (lines, random) => {
    const at = place(lines, random);
    lines.splice(at, 0, lines[at] ?? '');
  },
  (lines, random) => {
    const [one, other] = [place(lines, random), place(lines, random)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  },
  (lines, random) => {
    for (let i = 0; i < 3; i++)
      lines.splice(place(lines, random), 0, strangers[Math.floor(random() * strangers.length)] as string);
  },
  (lines, random) => lines.push(strangers[Math.floor(random() * strangers.length)] as string),
  (lines, random) => {
    const last = place(lines, random);
    lines.splice(last + 1);
    lines[last] = (lines[last] ?? '').slice(0, Math.floor(random() * 40));
  },
  (lines, random) => {
    const at = place(lines, random);
    lines[at] = ' '.repeat(1 + Math.floor(random() * 5)) + (lines[at] ?? '');
  },
  (lines, random) => {
    const at = headingIn(lines, random);
    const marks = [' {#here}', ' <!-- omit in toc -->', ' :rocket:', ' (80%)', '\u00A0', ' <a id="x"></a>', '!', 's'];
    if (at !== undefined) lines[at] += marks[Math.floor(random() * marks.length)] as string;
  },
  (lines, random) => {
    const at = headingIn(lines, random);
    if (at !== undefined) lines.splice(at, 1);
  },
  (lines, random) => {
    const boxes = lines.flatMap((line, i) => (/^\s*[-*+] \[.\] /.test(line) ? [i] : []));
    const at = boxes[Math.floor(random() * boxes.length)];
    const marks = ['[]', '[ x]', '[x ]', '[X]', '()', '[ ]\u00A0', '\\[ \\]', '[-]', '[x]'];
    if (at !== undefined)
      lines[at] = (lines[at] as string).replace(/\[.\] /, () => marks[Math.floor(random() * marks.length)] as string);
  },
  (lines, random) => {
    const at = place(lines, random);
    if (at > 0) lines.splice(at - 1, 2, `${lines[at - 1]}${lines[at]}`);
  },
];

/** A text with one to four changes of its lines, the same ones for a seed. Its line ends become `\n`. */
export function mutatedBy(seed: number, source: string): string {
  const random = randomFrom(seed);
  const lines = source.split(/\r\n|\r|\n/);
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--)
    (mutations[Math.floor(random() * mutations.length)] as Mutation)(lines, random);
  return lines.join('\n');
}

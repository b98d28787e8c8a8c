import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { findLinks } from '../../../core/rules/search/links';
import { splitLines } from '../../../core/text/blocks';

/** The links of a text: kind, words and target, and what stands where its range says. */
function linksOf(source: string): [kind: string, text: string, target: string, whole: string][] {
  const text = new PlanText(splitLines(source), defaultReading);
  text.read();
  const whole = { start: { line: 0, character: 0 }, end: { line: text.lines.length, character: 0 } };
  return text.searchable.find(findLinks, whole).map((link) => {
    const line = text.lines[link.line] as string;
    assert.ok(line.startsWith(link.target, link.targetCharacter));
    return [link.kind, link.text, link.target, line.slice(link.character, link.endCharacter)];
  });
}

describe('links', () => {
  const cases: [name: string, source: string, ...expected: ReturnType<typeof linksOf>][] = [
    [
      'a bare address ends before punctuation',
      'See https://a.example/b.',
      ['external', '', 'https://a.example/b', 'https://a.example/b'],
    ],
    [
      'and before wide punctuation',
      '参见 https://a.example/b，然后',
      ['external', '', 'https://a.example/b', 'https://a.example/b'],
    ],
    [
      'this machine is local',
      'Open http://localhost:3000/x now',
      ['local', '', 'http://localhost:3000/x', 'http://localhost:3000/x'],
    ],
    [
      'words and target',
      'Read [the guide](https://a.example) now',
      ['external', 'the guide', 'https://a.example', '[the guide](https://a.example)'],
    ],
    [
      'a title, angle brackets, parentheses',
      '[a](<b c.md>) [d](e_(f).md "title")',
      ['relative', 'a', 'b c.md', '[a](<b c.md>)'],
      ['relative', 'd', 'e_(f).md', '[d](e_(f).md "title")'],
    ],
    ['code as words', 'See [`a.ts`](src/a.ts)', ['relative', '`a.ts`', 'src/a.ts', '[`a.ts`](src/a.ts)']],
    ['words that wrap', 'See [the long\n  guide](docs/a.md).', ['relative', 'guide', 'docs/a.md', 'guide](docs/a.md)']],
    [
      'an anchor, and paths from the root',
      '[a](#b) [c](/d/e.md) [f](C:\\g) [h](file:///i)',
      ['anchor', 'a', '#b', '[a](#b)'],
      ['absolute', 'c', '/d/e.md', '[c](/d/e.md)'],
      ['absolute', 'f', 'C:\\g', '[f](C:\\g)'],
      ['absolute', 'h', 'file:///i', '[h](file:///i)'],
    ],
    ['a definition', '[a]: ../b.md', ['relative', 'a', '../b.md', '[a]: ../b.md']],
    [
      'a picture in a link',
      '[![a](b.png)](https://c.example)',
      ['external', '![a](b.png)', 'https://c.example', '[![a](b.png)](https://c.example)'],
      ['relative', 'a', 'b.png', '[a](b.png)'],
    ],
    [
      'no other schemes, nothing in code and comments',
      '[a](mailto:b@c.example) `[d](e)` <!-- [f](g) -->\n\n    [h](i)\n',
    ],
  ];
  for (const [name, source, ...expected] of cases) it(name, () => assert.deepEqual(linksOf(source), expected));
});

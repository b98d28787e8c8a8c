import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { readKey } from '../../core/plan/keys';
import { readStamps } from '../../core/plan/timestamp';
import { keyNames, keyRoles } from '../../core/words/keyNames';
import { allWords } from '../../core/words/words';
import { knownZoneNames } from '../../core/words/zoneNames';
import { grammar } from '../../scripts/grammar';
import { colours, injected, scopesAt } from '../support/colours';
import { checkGenerated } from '../support/generated';
import { assertLinear } from '../support/linear';
import { slowIt } from '../support/sets';

const path = 'syntaxes/execplan.injection.tmLanguage.json';

let host: IGrammar;
before(async () => {
  host = await injected(grammar() as unknown as IRawGrammar);
});

function check(text: string, ...expected: string[]): void {
  assert.deepEqual(colours(host, text), expected, text);
}

it(`${path} is made from the tables`, () => checkGenerated(path, grammar()));

describe('boxes', () => {
  it('have a scope for each state', () => {
    check('- [ ] a', 'open [ ]');
    check('- [x] a', 'done [x]');
    check('- [X] a', 'done [X]');
    for (const mark of ['~', '-', '/', '>', '!', '…', '半']) check(`- [${mark}] a`, `partial [${mark}]`);
    check('- [ ] a (completed: b; remaining: c)', 'partial [ ]');
  });

  it('are blocked where the step says so', () => {
    check('- [ ] Load it (blocked: no key)', 'blocked [ ]');
    check('- [~] Load it (blocked by the key)', 'blocked [~]');
    check('- [ ] Blocked: no key', 'blocked [ ]');
    check('- [ ] **Blocked**: no key', 'blocked [ ]');
    check('- [ ] (2026-02-09 11:19Z) Blockiert: kein Schlüssel', 'blocked [ ]', 'stamp 2026-02-09 11:19Z');
    check('- [x] Load it (blocked: no key)', 'done [x]');
    check('- [ ] Unblocked by it', 'open [ ]');
    check('- [blocked] a', 'blocked [blocked]');
  });

  it('have words and shares in them', () => {
    check('- [done] a', 'done [done]');
    check('- [✅] a', 'done [✅]');
    check('- [✔️] a', 'done [✔️]');
    check('- [WIP] a', 'partial [WIP]');
    check('- [50%] a', 'partial [50%]');
    check('- [0%] a', 'open [0%]');
    check('- [100%] a', 'done [100%]');
    check('- [todo] a', 'open [todo]');
    check('- [cancelled] a', 'dropped [cancelled]');
  });

  it('stand behind every list marker, at every depth', () => {
    check('* [x] a', 'done [x]');
    check('+ [ ] a', 'open [ ]');
    check('12. [x] a', 'done [x]');
    check('3) [ ] a', 'open [ ]');
    check('-   [x] a', 'done [x]');
    check('- [x] a\n  - [ ] b\n    1. [~] c\n- [ ]', 'done [x]', 'open [ ]', 'partial [~]', 'open [ ]');
  });

  it('stand nowhere else', () => {
    check('[x] a');
    check('a - [x] b');
    check('- a [x] b');
    check('- a\n  [x] b');
    check('- [x](b)');
    check('> - [x] (2026-02-09 11:19Z) a');
    check('- [xx] b');
    check('- [] b');
    check('- [x]b');
  });

  it('leave the inline marks behind them to the host', () => {
    assert.ok(scopesAt(host, '- [x] **a** `b`', 8).includes('markup.bold.markdown'));
    assert.ok(scopesAt(host, '- [x] **a** `b`', 13).includes('markup.inline.raw.string.markdown'));
  });
});

describe('stamps', () => {
  const stamps = [
    '2026-02-07',
    '2026-02-09 11:19Z',
    '2026-02-09 11:19',
    '2026-02-09 1:19Z',
    '2026-05-20 14:20 CST',
    '2026-05-20T22:24:38Z',
    '2026-05-20 22:24:38.123Z',
    '2026-06-06T19:14Z',
    '2026-03-24 21:34 EDT',
    '2026-08-03 11:06+09:00',
    '2026-08-03 11:06 -0800',
    '2026-07-28 13:40–14:28+09:00',
    '2026-07-28 13:40-14:28Z',
    '2026-02-09 11:19 UTC+8',
    '2026-02-09 11:19+08',
    '2026-02-09 11:19 (UTC)',
    '2026-02-09, 11:19Z',
    '2026-02-09 ~11:19Z',
  ];

  it('have all the shapes that are in use, bare and in parentheses', () => {
    for (const stamp of stamps) {
      check(`- [x] (${stamp}) a`, 'done [x]', `stamp ${stamp}`);
      check(`- [x] ${stamp}: a`, 'done [x]', `stamp ${stamp}`);
      check(`- ${stamp} - a`, `stamp ${stamp}`);
      check(`完成于${stamp}。`, `stamp ${stamp}`);
      check(`- a (done ${stamp}).`, `stamp ${stamp}`);
      check(`| a | ${stamp} |`, `stamp ${stamp}`);
      check(`**${stamp}** a`, `stamp ${stamp}`);
    }
    check('- [x] (2026-06-06 / **text**) a', 'done [x]', 'stamp 2026-06-06');
  });

  it('are what plan/timestamp.ts reads', () => {
    const lines = [
      ...stamps,
      ...knownZoneNames.map((name) => `2026-02-09 11:19 ${name}`),
      '2026-02-09 11:19 ABC',
      '2026-06-30/2026-07-01',
      '2026-06-30/x',
      'v2026-02-09',
      '2026-02-09-slug.md',
    ];
    for (const line of [
      ...lines,
      'docs/2026-02-09/a',
      '2026-02-09.md',
      '2026-02-09.',
      '12026-02-09',
      '2026-02-091',
      '2026-02-30 25:61Z',
      '2026-02-09 11:19Zulu',
    ]) {
      check(line, ...readStamps(line, 0).map(({ text }) => `stamp ${text}`));
    }
  });
});

describe('keys', () => {
  it('are all coloured at the start of an entry, and read by plan/keys.ts', () => {
    for (const role of keyRoles) {
      for (const key of allWords(keyNames[role])) {
        check(`- ${key}: a`, `key ${key}`);
        check(`- ${key}：a`, `key ${key}`);
        assert.deepEqual(readKey(`${key}: a`), { role, length: key.length + 2 });
        assert.deepEqual(readKey(`**${key}**：a`), { role, length: key.length + 5 });
      }
    }
  });

  it('are unique', () => {
    const all = keyRoles.flatMap((role) => allWords(keyNames[role])).map((key) => key.toLowerCase());
    assert.deepEqual(
      all.filter((key, i) => all.indexOf(key) !== i),
      [],
    );
  });

  it('stand at the start of a line, of an entry, and of a bold span', () => {
    check('Scope: a', 'key Scope');
    check(
      '- Decision: a\n  Rationale: b\n  Date / Author: 2026-02-07, c',
      'key Decision',
      'key Rationale',
      'key Date / Author',
      'stamp 2026-02-07',
    );
    check('- **Decision:** a', 'key Decision');
    check('- **Decision**: a **Rationale:** b', 'key Decision', 'key Rationale');
    check('Commands to verify:\n\n    a', 'key Commands to verify');
    check('- decision: a', 'key decision');
    check('- 决策：a\n  理由：b\n  日期/作者：c', 'key 决策', 'key 理由', 'key 日期/作者');
  });

  it('stand behind the end of a sentence, where a line was wrapped', () => {
    check('- Decision: a.\n  b. Rationale: c. Date/Author: d', 'key Decision', 'key Rationale', 'key Date/Author');
    check('- a (evidence: b)', 'key evidence');
    check('- a（证据：b）', 'key 证据');
  });

  it('stand nowhere else', () => {
    check('the decision: a');
    check('- Decision');
    check('- Decisions: a');
    check('- a Rationale: b');
    check('- a, rationale: b');
  });

  it('are not read where there is none', () => {
    for (const text of ['', 'Decision', 'Decisions: a', ':', '**: a', 'constructor: a', 'https://a.b'])
      assert.equal(readKey(text), undefined, text);
  });
});

describe('milestones and placeholders', () => {
  it('are coloured where a unit is named by its number', () => {
    check('- [ ] Milestone 2: a', 'open [ ]', 'milestone Milestone 2');
    check('a (M3) b', 'milestone M3');
    check('Meilenstein 1.5', 'milestone Meilenstein 1.5');
    check('M3u8 and /M2/ and Milestones and milestone');
  });

  it('are coloured where words are missing', () => {
    check('TBD', 'placeholder TBD');
    check('- Rationale: <your reason>', 'key Rationale', 'placeholder <your reason>');
    check('- Decision: ...', 'key Decision', 'placeholder ...');
    check('TBDs and a<b> and wait…');
  });
});

describe('what is left alone', () => {
  const plan = '- [x] (2026-02-09 11:19Z) a\n- Decision: b';

  it('fences, also those that hold Markdown', () => {
    check(`\`\`\`\n${plan}\n\`\`\``);
    check(`\`\`\`md\n${plan}\n\`\`\`\n\n2026-02-07`, 'stamp 2026-02-07');
    check(`- a\n  ~~~\n  ${plan.replace('\n', '\n  ')}\n  ~~~`);
  });

  it('indented code', () => check(`a\n\n    ${plan.replace('\n', '\n    ')}`));

  it('inline code', () => check('- `2026-02-07` and `Decision: a` and ``[x] 2026-02-07``'));

  it('comments', () => {
    check(`<!--\n${plan}\n-->`);
    check('a <!-- 2026-02-07 --> b');
  });

  it('front matter', () => check('---\ndate: 2026-02-07\nauthor: a\n---\n'));

  it('headings', () => check('## 2026-02-07 Decision: a'));

  it('links, their targets and addresses', () => {
    check('[a](docs/2026-02-07.md) and [2026-02-07](b) and [2026-02-07]');
    check('<https://a.b/c?d=2026-02-07> and https://a.b/c?d=2026-02-07 and https://a.b/2026-02-07/c');
    check('<a title="2026-02-07">b</a>');
  });
});

slowIt('takes no longer than the line is long', () => {
  for (const piece of ['- [x] (2026-02-09 11:19Z) ', `(completed `, `Date `, `. Evidence `])
    assertLinear(piece, (size) => colours(host, `- [ ] ${piece.repeat(size)}`), 500);
});

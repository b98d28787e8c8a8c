import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Range, TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, analyze } from '../../core/check';
import { defaultReading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import { OpenText } from '../../core/text/openText';
import { OpenPlans } from '../../server/src/workspace/openPlans';
import { defaultOptions, now } from '../support/lint';
import { runs } from '../support/sets';
import { line, mutated, text, traps } from '../support/texts';

const uri = 'file:///plan.md';
const everyRule = Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const]));
const analyzer: Analyzer = {
  readingOf: () => defaultReading,
  rulesOf: () => ({ ...defaultOptions, levels: everyRule }),
  existenceOf: () => undefined,
  now: () => now,
  rules,
  onError: (_, error) => {
    throw error;
  },
};

/** An open document that is edited as an editor tells of it, and the same text in a document of the library. */
class Editor {
  readonly #plans = new OpenPlans(
    () => analyzer,
    () => 0,
  );
  readonly #text: OpenText;
  readonly #expected: TextDocument;

  constructor(source: string) {
    this.#text = new OpenText(uri, 1, source);
    this.#expected = TextDocument.create(uri, 'markdown', 1, source);
    this.#plans.get(this.#text);
  }

  edit(...changes: TextDocumentContentChangeEvent[]): void {
    const version = this.#text.version + 1;
    this.#plans.update(this.#text, changes, version);
    for (const change of changes)
      TextDocument.update(
        this.#expected,
        ['range' in change ? { ...change, range: this.#inside(change.range) } : change],
        version,
      );
  }

  /** `TextDocument` loses count of its lines where a range lies outside of them. */
  #inside({ start, end }: Range): Range {
    const [from, to] = [this.#expected.offsetAt(start), this.#expected.offsetAt(end)];
    return { start: this.#expected.positionAt(Math.min(from, to)), end: this.#expected.positionAt(Math.max(from, to)) };
  }

  assertAsNew(): void {
    const present = this.#expected.getText();
    assert.equal(this.#text.getText(), present);
    assert.deepEqual(plain(this.#plans.get(this.#text)), plain(analyze(present, uri, analyzer)), present);
  }
}

/** Without functions, and without what only says how often something must be counted. */
function plain({ document, findings, lines }: Analysis) {
  return {
    document: {
      ...document,
      plans: document.plans.map(({ stepRuns, ...plan }) => ({ ...plan, runs: stepRuns.flat() })),
    },
    findings: findings.map(({ rule, severity, range, message }) => [rule.id, severity, range, message]),
    lines,
  };
}

const place = fc.record({ line: fc.nat(150), character: fc.constantFrom(0, 0, 1, 2, 3, 4, 7, 12, 200) });
const words = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '-',
    '#',
    '`',
    '\r',
    '\n',
    '\r\n',
    '\n\n',
    '```\n',
    '~~~',
    '<!--',
    '-->',
    '---',
    '===',
    '|',
    '  ',
  ),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`),
);
const change = fc.tuple(place, fc.constantFrom(0, 0, 0, 1, 3, 40), place, words).map(([start, lines, end, put]) => ({
  range: {
    start,
    end: { line: start.line + lines, character: lines > 0 ? end.character : start.character + (end.line % 3) },
  },
  text: put,
}));
/** Long enough for several pieces. */
const long = fc
  .tuple(fc.oneof(mutated, text), fc.oneof(mutated, text), fc.constantFrom('', '---\na: b\n---\n', '~~~md\n', '\uFEFF'))
  .map(([a, b, front]) => `${front}${traps}\n${a}\n${b}\n${traps}`);

describe('an open document that is edited', () => {
  it('is read as if it were opened anew, whatever is typed', () => {
    fc.assert(
      fc.property(
        long,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        (source, edits) => {
          const editor = new Editor(source);
          for (const changes of edits) {
            editor.edit(...changes);
            editor.assertAsNew();
          }
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, analyze } from '../server/src/analysis';
import { rules } from '../server/src/lint/rules';
import { OpenPlans } from '../server/src/openPlans';
import { defaultReading } from '../server/src/plan/reading';
import { line, mutated, text, traps } from './support/texts';

const uri = 'file:///plan.md';
const analyzer: Analyzer = {
  readingOf: () => defaultReading,
  levels: {},
  rules,
  onError: (_, error) => {
    throw error;
  },
};

/** An open document that is edited as an editor tells of it. */
class Editor {
  readonly #plans = new OpenPlans(() => analyzer);
  #document: TextDocument;

  constructor(source: string) {
    this.#document = TextDocument.create(uri, 'markdown', 1, source);
    this.#plans.get(this.#document);
  }

  edit(...changes: TextDocumentContentChangeEvent[]): void {
    this.#document = this.#plans.update(this.#document, changes, this.#document.version + 1);
  }

  assertAsNew(): void {
    const present = this.#document.getText();
    assert.deepEqual(plain(this.#plans.get(this.#document)), plain(analyze(present, uri, analyzer)), present);
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
      { numRuns: 40 },
    );
  });
});

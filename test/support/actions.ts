import assert from 'node:assert/strict';
import type { ActionContext, ActionResult } from '../../core/actions/action';
import { type RunTarget, runAction } from '../../core/actions/run';
import { analyze } from '../../core/check';
import { applyEdits } from '../../core/edits/apply';
import { lineEndOf, newTextOf, type PlanEdit } from '../../core/edits/planEdit';
import { defaultReading, type Reading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import type { Rule } from '../../core/rules/rule';
import { defaultOptions, now } from './lint';

/** What actions are asked with where nothing else is said. */
export const actionContext: ActionContext = {
  clock: { now, timeZone: 'UTC' },
  configuration: { uri: 'file:///w/execplan.config.json', text: undefined },
  fixAll: () => [],
};

/** A text as actions are asked for it; its identity is `v1`. */
export function targetOf(source: string, reading: Reading = defaultReading, used: readonly Rule[] = rules): RunTarget {
  const analysis = analyze(source, 'file:///w/plans/a.md', {
    readingOf: () => reading,
    rulesOf: () => defaultOptions,
    existenceOf: () => undefined,
    now: () => now,
    rules: used,
    onError: (rule, error) => assert.fail(`${rule.id}: ${error}`),
  });
  return { analysis, getText: () => source, isStill: (identity) => identity === 'v1' };
}

/** What an action says to a text. */
export function ask(
  action: string,
  params: object,
  source: string,
  context: Partial<ActionContext> = {},
): ActionResult {
  const marks = context.marks ?? {};
  return runAction(action, { identity: 'v1', ...params }, targetOf(source, { ...defaultReading, marks }), {
    ...actionContext,
    ...context,
  });
}

/** A text after an action; a refusal fails. As CRLF and CR it must be the same, and taken back it must be the very text. */
export function act(action: string, params: object, source: string, context: Partial<ActionContext> = {}): string {
  const edits = editsOf(ask(action, params, source, context));
  const after = applyEdits(source, edits);
  assert.equal(applyEdits(after, inverse(source, after, edits)), source, 'undone');
  for (const lineEnd of ['\r\n', '\r']) {
    const other = source.replace(/\n/g, lineEnd);
    const same = applyEdits(other, editsOf(ask(action, params, other, context)));
    assert.equal(same, after.replace(/\n/g, lineEnd));
  }
  return after;
}

function editsOf(result: ActionResult): readonly PlanEdit[] {
  assert.ok('edits' in result, JSON.stringify(result));
  assert.ok(result.edits.length > 0);
  return result.edits;
}

/** What takes edits back: where they overlap, there is nothing that does. */
export function inverse(source: string, after: string, edits: readonly PlanEdit[]): PlanEdit[] {
  const starts = (text: string) => [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  const [before, behind] = [starts(source), starts(after)];
  const offset = ({ line, character }: { line: number; character: number }) => (before[line] as number) + character;
  const place = (at: number) => {
    const line = behind.findLastIndex((start) => start <= at);
    return { line, character: at - (behind[line] as number) };
  };
  const lineEnd = lineEndOf(source.match(/\r\n|\r|\n/g) ?? []);
  let shift = 0;
  return [...edits]
    .sort((a, b) => offset(a.range.start) - offset(b.range.start))
    .map((edit) => {
      const [start, end] = [offset(edit.range.start), offset(edit.range.end)];
      const length = newTextOf(edit).replace(/\n/g, lineEnd).length;
      const range = { start: place(start + shift), end: place(start + shift + length) };
      shift += length - (end - start);
      return { range, template: [source.slice(start, end)] };
    });
}

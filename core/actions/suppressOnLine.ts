import { t } from '@vscode/l10n';
import { problemsIn } from '../rules/fixes/problems';
import { silenceLine } from '../rules/fixes/suppressRule';
import type { Action } from './action';
import { type Lines, lines, ruleId } from './params';
import { planOf } from './place';

/** A rule, and where it is to be silent. */
export interface SuppressParams extends Lines {
  rule: string;
}

export const suppressOnLine: Action<'suppressOnLine', SuppressParams> = {
  id: 'suppressOnLine',
  summary: 'Writes a comment above a line by which a rule is silent there, with a place for the reason.',
  params: { rule: ruleId, lines },
  needs: 'plan',
  lightBulb: {
    kind: 'quickfix',
    *offers({ analysis: { findings } }, range) {
      for (const { finding, problem } of problemsIn(findings, range))
        yield { params: { rule: finding.rule.id, lines: [problem.range.start.line] }, finding };
    },
    title: ({ rule }) => t('Suppress "{0}" on this line', rule),
  },
  run({ analysis: { document, searchable } }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const edits = silenceLine(plan, params.rule, params.lines[0] as number, searchable);
    return edits ? { edits } : { refused: 'noRoomForComment' };
  },
};

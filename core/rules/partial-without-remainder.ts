import { t } from '@vscode/l10n';
import { splitStep, tellRemainder } from '../edits/splitStep';
import type { Step } from '../plan/model';
import { boxOf } from './facts/headingRanges';
import { addTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** Words that tell what is left, why it is, or that the work goes on: in the languages that plans are written in. */
const remainder = new RegExp(
  [
    // What is left
    String.raw`\b(?:remain|still\b|to[ -]?do\b|pending|outstanding|except\b|but\b|until\b|unless\b|needs\b|follow[ -]?up|not\b|\w{2,8}n['’]t\b)|(?<!-)\bonly\b`,
    String.raw`\b(?:left|next|open|missing)\s?(?:[:—–-]|is\b|are\b|to\b|over\b|step|item|question)|\b(?:is|are|still) (?:left|open|missing)\b`,
    // Why
    String.raw`\b(?:blocke[dr]|skipped|deferred|postponed|waiting|awaiting|paused|on hold|cancell?ed|dropped|abandoned|superseded|obsolete|replaced by|moved to|n\/a\b|won['’]?t\b)`,
    // The work goes on
    String.raw`\b(?:in[ -]progress|ongoing|under ?way|wip|working on|continuing|continues|started)\b|\d\s?(?:\/|of)\s?\d|\d\s?%`,
    '残|剩|待(?!機)|未(?!使用)|尚|还|還|余下|跳过|阻塞|进行中|進行中|实施中|实现中|以外|除外',
    'あと|まだ|途中|作業中|対応中|保留|남[은음아았]|아직|미완|예정|보류|진행 ?중|제외|않',
    String.raw`\b(?:offen|noch|restlich|ausstehend|fehl(?:en|t)|falta|pendiente|queda|resta|pendente|reste|manque|encore)\b|осталось|ещё|еще`,
  ].join('|'),
  'i',
);

/** An open step that says that it is half done. */
const partly = /\bpart(?:ial)?ly (?:done|complete|implemented|finished|landed)|部分完成|一部完了|부분 ?완료/i;

/** Marks that mean another thing than partly done: ticks, questions, alarms, what was moved. */
const otherMark = /[✓✔✅☑√!?<>*]/;

/** A step that is partly done and does not say what is left. */
export const partialWithoutRemainder: Rule = {
  id: 'partial-without-remainder',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A partly done step does not say what remains.',
  *checkSteps(steps) {
    for (const [i, step] of steps.entries())
      if (isPartial(step) && !step.remaining && !remainder.test(step.text) && !hasOpenPart(steps, i))
        yield {
          range: boxOf(step),
          message: t('This partly done step does not say what remains'),
          fixes: (context) => fixesOf(step, context),
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Whoever takes the work over begins with this step. Without its remainder they have to find out what is done, or do it again.',
  source:
    'Cookbook, Progress: "Every stopping point must be documented here, even if it requires splitting a partially completed task into two (done vs. remaining)."',
  examples: {
    bad: '- [~] Add the cache table\n  ^^^\n- [ ] Fill it (completed: new rows)\n  ^^^',
    good: '- [~] Add the cache table (completed: the migration; remaining: the index)\n- [~] Fill it; still to do: old rows\n- [~] Serve it\n  - [x] (2026-02-12 10:45Z) Albums\n  - [ ] Single photos',
  },
};

function isPartial({ state, mark, text }: Step): boolean {
  return state === 'partial' ? !otherMark.test(mark) : state === 'open' && partly.test(text);
}

/** True for a step with another below it that is not done. */
function hasOpenPart(steps: readonly Step[], index: number): boolean {
  const { lastLine } = steps[index] as Step;
  for (let i = index + 1; i < steps.length && (steps[i] as Step).range.start.line <= lastLine; i++)
    if (steps[i]?.state === 'open' || steps[i]?.state === 'partial') return true;
  return false;
}

/** A step that calls itself half done would do so twice if it was split. */
function fixesOf(step: Step, { plan, lines, clock }: FixContext): Fix[] {
  const tell: Fix = {
    title: addTitle('(completed: …; remaining: …)'),
    edits: [tellRemainder(step, lines)],
    safe: false,
  };
  if (partly.test(step.text)) return [tell];
  const split: Fix = {
    title: t('Split into a done and an open step'),
    edits: splitStep(plan, step, lines, clock),
    safe: false,
  };
  return [tell, split];
}

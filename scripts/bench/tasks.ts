import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { analyze } from '../../core/check';
import type { PlanDocument } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';
import { acceptanceFigures, lastRecorded, nextStep, stepFigures } from '../../core/plan/progress';
import { linesOf } from '../../core/text/blocks';
import { openInMarkdownService } from './markdownService';
import { analyzer, openPlan } from './openPlan';
import type { TaskName } from './speeds';

/** One run of each task on a text; what a run yields is of no interest, but keeps it from being left out. */
export function tasksOn(text: string): Record<TaskName, () => unknown> {
  const source = linesOf(text).join('\n');
  const markdown = new MarkdownIt({ html: true });
  return {
    /** The blocks that every Markdown tool has to find. */
    floor: () => markdown.block.parse(source, markdown, {}, []),
    /** From the text to the model and all its figures. */
    parse: () => figures(parseDocument(text)),
    /** From the text to the model, all its figures and all findings. */
    full: () => {
      const { document, findings } = analyze(text, 'file:///plans/plan.md', analyzer);
      return [findings, figures(document)];
    },
    edit: typing(text),
    line: breaking(text),
    markdownlint: () => lint({ strings: { plan: text } }),
    'markdown service': openInMarkdownService(text),
  };
}

function figures({ plans }: PlanDocument): unknown {
  return plans.map((plan) => [stepFigures(plan), acceptanceFigures(plan), nextStep(plan), lastRecorded(plan)]);
}

/**
 * Types one character in the middle of Progress (of the text, where it has no steps), and with the next run deletes it:
 * the text does not grow.
 */
function typing(text: string): () => number {
  const steps = parseDocument(text).plans[0]?.steps ?? [];
  const middle = { line: text.split('\n').length >> 1, character: 0 };
  const place = steps[Math.floor(steps.length / 2)]?.range.end ?? middle;
  const plan = openPlan(text);
  let isTyped = false;
  return () => {
    plan.type(place.line, place.character, isTyped ? '' : 'x', isTyped ? 1 : 0);
    isTyped = !isTyped;
    return plan.sent;
  };
}

/** Breaks the first paragraph's first line, so that all that is below moves, and with the next run joins it again. */
function breaking(text: string): () => number {
  const line = text.split('\n').findIndex((each) => /^[A-Z]/.test(each));
  const plan = openPlan(text);
  let isBroken = false;
  return () => {
    if (isBroken) plan.joinLines(line, 4);
    else plan.breakLine(line, 4);
    isBroken = !isBroken;
    return plan.sent;
  };
}

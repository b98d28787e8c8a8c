import { CompletionItemKind } from 'vscode-languageserver';
import { milestoneName } from '../../../../core/rules/facts/milestoneName';
import { shortName } from '../../../../core/rules/fixes/renumber';
import { readName } from '../../../../core/words/milestoneNames';
import type { Proposal } from './item';
import { openBacktick } from './paths';
import { isIn, type Place } from './place';

const listMarker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?!\[)/;

/** The names of the plan's milestones inside steps and entries, as its steps write them: `M2`, else `Milestone 2`. */
export function milestoneProposals(place: Place): Proposal[] {
  const { plan, before, line } = place;
  if (place.isCode || place.trigger !== undefined || plan.milestones.length === 0) return [];
  if (openBacktick(before) !== undefined) return [];
  if (!isIn(place, 'progress', 'surprises', 'decisions', 'outcomes')) return [];
  const step = plan.steps.find(({ range, lastLine }) => line >= range.start.line && line <= lastLine);
  const from = step && step.range.start.line === line ? step.markCharacter + step.mark.length + 1 : 0;
  const word = /[\p{L}\p{N}]*$/u.exec(before)?.[0] ?? '';
  const start = before.length - word.length;
  // At the start of a line something else is to be said.
  if (start <= from || !/\S\s/.test(before.slice(0, start).replace(listMarker, ''))) return [];
  const isShort = plan.steps.some(({ text }) => shortName.test(text));
  const isFirst = step !== undefined && /\]\s+(?:[([（][^)）\]]{1,40}[)）\]]\s*)?$/.test(before.slice(0, start));
  return plan.milestones.flatMap((milestone) => {
    const { number, title, heading } = milestone;
    if (number === '') return [];
    const name = isShort && milestone.word === 'milestone' ? `M${number}` : milestoneName(milestone);
    if (!readName(name)) return [];
    return [
      {
        label: name,
        kind: CompletionItemKind.Event,
        detail: title === heading.text ? '' : title,
        template: [isFirst ? `${name}: ` : name],
        start,
        filter: `${name} ${title}`,
      },
    ];
  });
}

import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import { unitPrefix } from '../../../../core/edits/addStep';
import { markerText } from '../../../../core/edits/listMarker';
import { usualMarker } from '../../../../core/edits/records';
import { stampText } from '../../../../core/edits/stamp';
import { type Template, tabStops, toText } from '../../../../core/edits/template';
import { shapeFor } from '../../../../core/edits/tick';
import { languageOfAuthor } from '../../../../core/plan/language';
import { hintIn } from '../../../../core/words/hints';
import type { Proposal } from './item';
import { isIn, type Place } from './place';

const item = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)?(\[?)([\p{L}-]*)$/u;

/** At the start of a step: its box, with the present time for one that is done, as the plan's other steps have them. */
export function stepProposals(place: Place): Proposal[] {
  const { plan, source, before, behind, line } = place;
  if (place.isCode || !isIn(place, 'progress') || !/^\]?\s*$/.test(behind)) return [];
  const match = item.exec(before);
  if (!match) return [];
  const [, indent = '', marker, bracket = ''] = match;
  if (place.trigger !== undefined && (place.trigger !== '[' || marker === undefined)) return [];
  if (bracket !== '' && marker === undefined) return [];
  const { lines } = source.analysis;
  const near = plan.steps.findLast(({ range }) => range.start.line < line) ?? plan.steps[0];
  const unit = unitPrefix(near, undefined);
  const lead = marker === undefined ? markerText(usualMarker(plan, lines)) : '';
  const start = indent.length + (marker?.length ?? 0);
  const close = bracket === '' || !behind.startsWith(']') ? {} : { behind: 1 };
  const propose = (label: string, name: string, detail: string, template: Template): Proposal => {
    const whole = [lead, ...template].filter((part) => part !== '');
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail,
      template: whole,
      start,
      ...close,
      filter: bracket === '' ? `${name} ${toText(whole)}` : toText(template),
    };
  };
  const open = tabStops();
  const done = tabStops();
  return [
    propose(`[ ] ${unit}`.trimEnd(), 'plan-step', t('A step that is still to do'), [
      `[ ] ${unit}`,
      open(hintIn(languageOfAuthor(plan), 'openStep')),
    ]),
    propose(`[x] ${stampIn(place)}`, 'plan-done', t('A step that was done just now'), doneTemplate(place, unit, done)),
  ];
}

function doneTemplate(place: Place, unit: string, tab: ReturnType<typeof tabStops>): Template {
  const shape = shapeFor(place.plan, place.source.analysis.lines, place.source.clock);
  const words = tab(hintIn(languageOfAuthor(place.plan), 'doneStep'));
  const stamp = stampIn(place);
  return shape.place === 'lead' ? [`[x] ${stamp}${shape.gap}${unit}`, words] : [`[x] ${unit}`, words, ` ${stamp}`];
}

/** The present time as the steps of the plan have it, with its brackets. */
export function stampIn({ plan, source }: Place): string {
  const shape = shapeFor(plan, source.analysis.lines, source.clock);
  return `${shape.before}${stampText(shape, source.clock)}${shape.after}`;
}

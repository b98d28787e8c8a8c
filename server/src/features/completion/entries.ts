import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import { recordTemplate } from '../../../../core/edits/addEntry';
import { marked } from '../../../../core/edits/listMarker';
import { usualMarker } from '../../../../core/edits/records';
import { type Template, toText } from '../../../../core/edits/template';
import { languageOf, nameOf } from '../../../../core/plan/language';
import { livingRoles } from '../../../../core/plan/sections';
import type { LivingRole } from '../../../../core/words/roles';
import type { Proposal } from './item';
import { isIn, type Place } from './place';

const names: Readonly<Record<Exclude<LivingRole, 'progress'>, string>> = {
  surprises: 'plan-surprise',
  decisions: 'plan-decision',
  outcomes: 'plan-outcome',
};

const typed = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)?([\p{L}-]*)$/u;

/** Skeletons of records, with the plan's own keys and stamps: those of the section, and by their names anywhere. */
export function entryProposals(place: Place): Proposal[] {
  const { plan, source, before, behind, line } = place;
  const match = typed.exec(before);
  if (place.isCode || place.trigger !== undefined || !match || behind.trim() !== '') return [];
  const [, indent = '', marker, word = ''] = match;
  const { lines } = source.analysis;
  const isNamed = /^plan-?/.test(word);
  const roles = livingRoles.filter(
    (role): role is keyof typeof names =>
      role !== 'progress' && (isIn(place, role) || (isNamed && marker === undefined)),
  );
  return roles.map((role) => {
    const template = recordTemplate(plan, role, line, lines, source.clock, source.author);
    const own = marker === undefined ? marked(template, usualMarker(plan, lines)) : withoutMarker(template);
    return {
      label: names[role],
      kind: CompletionItemKind.Snippet,
      detail: t('A record of {0}', nameOf(role, languageOf(plan))),
      documentation: toText(template),
      template: own,
      start: indent.length + (marker?.length ?? 0),
      filter: names[role],
    };
  });
}

/** For a line that has its marker already. */
function withoutMarker(template: Template): Template {
  return template.map((part, i) => (i === 0 && typeof part === 'string' ? part.replace(/^- /, '') : part));
}

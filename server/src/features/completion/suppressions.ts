import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import { tabStops } from '../../../../core/edits/template';
import { reasonText } from '../../../../core/rules/fixes/commentEdits';
import { rules } from '../../../../core/rules/list';
import { findSuppressions } from '../../../../core/rules/suppressions';
import { wholeOf } from '../../../../core/text/positions';
import type { Proposal } from './item';
import type { Place } from './place';

const begun = /<!--\s{0,3}([\w-]*)$/;
const ids = /<!--\s{0,20}execplan-(?:disable-next-line|disable|enable)\s+(?:[\w-]+\s*,\s*)*([\w-]*)$/;
const reason = /<!--\s{0,20}execplan-(?:disable-next-line|disable)\b[^:：>]{1,500}[:：]\s*(\S*)$/;

/** True in a comment that silences rules, or that is about to: as long as it is open, what stands behind it is hidden. */
export function isInSuppression(before: string): boolean {
  return reason.test(before) || ids.test(before) || (begun.exec(before)?.[1] ?? '').startsWith('exec');
}

/** In a comment that silences rules: its words, the rules that it can name, and reasons that the plan gives elsewhere. */
export function suppressionProposals(
  place: Pick<Place, 'source' | 'line' | 'before' | 'behind' | 'trigger'>,
): Proposal[] {
  const { before, source, behind } = place;
  if (place.trigger !== undefined) return [];
  const close = behind.includes('-->') ? '' : ' -->';
  const word = begun.exec(before)?.[1];
  if (word !== undefined)
    return ['execplan-disable-next-line', 'execplan-disable'].map((name) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      detail: name.endsWith('line') ? t('Silences rules in the line below') : t('Silences rules from here on'),
      template: [`${name} `, tabStops()('rule'), ...(close ? [`: ${reasonText}${close}`] : [])],
      start: before.length - word.length,
      filter: name,
    }));
  const id = ids.exec(before)?.[1];
  if (id !== undefined) {
    const found = new Map(source.analysis.findings.map(({ rule, range }) => [rule.id, range.start.line - place.line]));
    const distance = (each: string) =>
      found.has(each) ? Math.abs(found.get(each) as number) : Number.MAX_SAFE_INTEGER;
    return [...rules]
      .sort((a, b) => distance(a.id) - distance(b.id))
      .map((rule) => ({
        label: rule.id,
        kind: CompletionItemKind.EnumMember,
        detail: rule.summary,
        template: /^\s*[:：,]/.test(behind)
          ? [rule.id]
          : [`${rule.id}: `, tabStops()(reasonText), ...(close ? [close] : [])],
        start: before.length - id.length,
        filter: rule.id,
      }));
  }
  const said = reason.exec(before)?.[1];
  if (said === undefined) return [];
  const { searchable, lines } = source.analysis;
  const reasons = searchable.find(findSuppressions, wholeOf(lines)).map((each) => each.reason);
  return [...new Set([...reasons.filter((each) => each !== ''), reasonText])].map((text) => ({
    label: text,
    kind: CompletionItemKind.Text,
    detail: t('Reason'),
    template: [`${text}${close}`],
    start: before.length - said.length,
    filter: text,
  }));
}

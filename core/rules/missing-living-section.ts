import { t } from '@vscode/l10n';
import { insertSections, missingRoles } from '../edits/addSection';
import { headingKey } from '../plan/headings';
import { languageOf, nameOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { headingOf, isLiving } from '../plan/sections';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import type { LivingRole } from '../words/roles';
import { titleOf } from './facts/headingRanges';
import { addSectionTitle } from './fixes/titles';
import { sectionIsMissing } from './messages';
import type { Fix, FixContext, Rule, RuleContext, RuleDocs } from './rule';
import { findHeadings } from './search/headings';

/** One of the four living sections is not there. */
export const missingLivingSection: Rule = {
  id: 'missing-living-section',
  severity: { recommended: 'warning', cookbook: 'error', minimal: 'warning' },
  summary:
    'One of the four living sections is missing: Progress, Surprises & Discoveries, Decision Log, Outcomes & Retrospective.',
  yieldsTo: { inPlan: ['unclosed-fence', 'fence-closes-early'] },
  *check(plan, context) {
    const missing = missingRoles(plan)
      .filter(isLiving)
      .filter((role) => !hasInOtherShape(plan, role, context));
    for (const role of missing)
      yield {
        range: titleOf(plan),
        message: sectionIsMissing(headingOf(role)),
        fixes: (context) => fixesOf(role, missing, context),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'These four sections are the memory of the work: what is done, what was found, what was decided and why, what came of it. A section that is not there is never filled in.',
  source:
    'Cookbook, Requirements: "Progress, Surprises & Discoveries, Decision Log, and Outcomes & Retrospective must be kept up to date as work proceeds."',
  examples: {
    bad: '# Serve thumbnails from a cache\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
  },
};

/** What plans call such a section where its name tells us less than the reader of a plan: whole headings. */
const otherNames: Readonly<Record<LivingRole, RegExp>> = {
  progress:
    /^(?:(?:task|work|implementation|execution|step) )?(?:check ?list|to ?do(?: list)?|task list|task tracker|work ?log|execution log)$|^(?:任务|任務|实施|待办)?(?:清单|清單|列表|事项)$|^(?:作業|タスク)?(?:チェックリスト|タスク一覧)$|^(?:작업 )?(?:체크리스트|할 일)$/,
  surprises:
    /^(?:(?:key|new|notable|interim|implementation) )?(?:findings|observations|learnings|insights|gotchas|issues encountered)(?: (?:log|and [\p{L} ]{1,30}))?$|^(?:新)?发现(?:记录)?$|^気づき$/u,
  decisions:
    /^(?:[\p{L} ]{1,30} )?decisions?(?: (?:summary|record|register|table|history))?$|(?:决策|決定|决定|決策|결정)/u,
  outcomes:
    /^(?:(?:final|completion|closing|execution) )?(?:results?|summary|report|handoff|conclusions?|post ?mortem|wrap ?up|close ?out|lessons(?: learned)?|completion notes?)$|^(?:总结|總結|结论|まとめ|結論|요약|결론)$/,
};

/** True for a plan that has a section's records under a name of its own, or its progress in a table. */
function hasInOtherShape(plan: Plan, role: LivingRole, { text }: RuleContext): boolean {
  const isNamed = text
    .find(findHeadings, plan.range)
    .some(
      ({ text, roles, level }) => roles.length === 0 && level === plan.level && otherNames[role].test(headingKey(text)),
    );
  return isNamed || (role === 'progress' && text.find(findStatusTables, plan.range).length > 0);
}

/** The tables of a piece that say how far each part of the work is. */
function findStatusTables(piece: PieceText): Found[] {
  const isUnit =
    /\b(?:phase|milestone|task|step|stage|slice|item|work)s?\b|阶段|里程碑|任务|步骤|フェーズ|タスク|作業|단계|작업/i;
  const isState = /\b(?:status|state|progress|done)\b|状态|狀態|进度|進捗|状況|ステータス|상태|진행/i;
  return piece.blocks
    .filter(({ kind }) => kind === 'table')
    .filter(({ line }) => isUnit.test(piece.lineAt(line)) && isState.test(piece.lineAt(line)))
    .map(({ line }) => ({ line }));
}

function fixesOf(role: LivingRole, missing: readonly LivingRole[], { plan, lines }: FixContext): Fix[] {
  const one: Fix = {
    title: addSectionTitle(nameOf(role, languageOf(plan))),
    edits: insertSections(plan, [role], lines),
    safe: true,
  };
  if (missing.length < 2) return [one];
  return [
    one,
    {
      title:
        missing.length === 2
          ? t('Add both missing living sections')
          : t('Add all {0} missing living sections', missing.length),
      edits: insertSections(plan, missing, lines),
      safe: true,
    },
  ];
}

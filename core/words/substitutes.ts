import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import type { LivingRole, Role } from './roles';
import { european, none, type Words } from './words';

const { raw } = String;

/** Words in headings that hold what a section of the format is for. */
// biome-ignore format: a row a language
export const substituteWords = {
  purpose: {
    en: ['goals?', 'purpose', 'vision', 'objectives?', 'summary', 'overview', 'why'],
    zh: ['目'],
    ja: ['目', 'ゴール'],
    ko: ['목'],
    ...none('unseen', ...european),
  },
  context: {
    en: ['context', 'background', 'current', 'existing', 'baseline', 'architecture', 'relevant', 'today'],
    zh: ['背景', '现状', '基线'],
    ja: ['背景', '現状'],
    ko: ['배경', '현황'],
    ...none('unseen', ...european),
  },
  planOfWork: {
    en: ['plan', 'approach', 'design', 'implementation', 'tasks', 'phases', 'milestones', 'work', 'strategy'],
    zh: ['计划', '方案', '阶段'],
    ja: ['計画'],
    ko: ['계획'],
    ...none('unseen', ...european),
  },
  concreteSteps: {
    en: ['steps?', 'commands?', 'tasks', 'instructions', 'procedure', 'runbook'],
    zh: ['步骤', '命令'],
    ja: ['手順', 'コマンド'],
    ko: ['단계', '명령'],
    ...none('unseen', ...european),
  },
  validation: {
    en: [raw`validat\w+`, raw`verif\w+`, 'tests?', 'testing', 'acceptance', 'success', 'done', 'proof'],
    zh: ['验证', '验收', '测试'],
    ja: ['検証', 'テスト'],
    ko: ['검증', '테스트'],
    ...none('unseen', ...european),
  },
  idempotence: {
    en: [raw`idempoten\w+`, 'recovery', 'rollback', 'roll-?back', 'rollout', 'retry', 'safety', 'risks?'],
    zh: ['回滚', '恢复', '幂等', '风险'],
    ja: ['復旧', '冪等', 'リスク'],
    ko: ['복구', '롤백', '멱등', '위험'],
    ...none('unseen', ...european),
  },
  artifacts: {
    en: [
      'artifacts?', 'artefacts?', 'notes?', 'evidence', 'references', 'appendix', 'resources', 'transcripts?',
      'snippets',
    ],
    zh: ['产物', '附录', '备注', '参考'],
    ja: ['成果物', 'メモ', '証跡', '参考'],
    ko: ['산출물', '메모', '참고', '증거'],
    ...none('unseen', ...european),
  },
  interfaces: {
    en: ['interfaces?', raw`dependenc\w+`, 'contracts?', 'apis?', 'schemas?', 'signatures?', 'types', 'libraries'],
    zh: ['接口', '依赖', '契约', '协议'],
    ja: ['インターフェ', '依存'],
    ko: ['인터페이스', '의존'],
    ...none('unseen', ...european),
  },
} as const satisfies Readonly<Partial<Record<Role, Words>>>;

const substitutes: Readonly<Partial<Record<Role, (heading: string) => boolean>>> = Object.fromEntries(
  Object.entries(substituteWords).map(([role, words]) => [role, wordTest(words, { edges: edges.ascii, flags: 'i' })]),
);

/** True for a heading, whatever its role, that holds what a section of the format is for. */
export function isSubstitute(heading: string, role: Role): boolean {
  return substitutes[role]?.(heading) ?? false;
}

/** What plans call a living section where its name tells us less than the reader of a plan: patterns for whole headings. */
// biome-ignore format: a row a language
export const livingSubstitutes: Readonly<Record<LivingRole, Words>> = {
  progress: {
    en: [
      '(?:(?:task|work|implementation|execution|step) )?(?:check ?list|to ?do(?: list)?|task list|task tracker|work ?log|execution log)',
    ],
    zh: ['(?:任务|实施|待办)?(?:清单|列表|事项)'],
    'zh-Hant': ['任務(?:清單|列表)', '清單'],
    ja: ['(?:作業|タスク)?(?:チェックリスト|タスク一覧)'],
    ko: ['(?:작업 )?(?:체크리스트|할 일)'],
    ...none('unseen', ...european),
  },
  surprises: {
    en: [
      raw`(?:(?:key|new|notable|interim|implementation) )?(?:findings|observations|learnings|insights|gotchas|issues encountered)(?: (?:log|and [\p{L} ]{1,30}))?`,
    ],
    zh: ['(?:新)?发现(?:记录)?'],
    ja: ['気づき'],
    ...none('unseen', 'ko', ...european),
  },
  decisions: {
    en: [raw`(?:[\p{L} ]{1,30} )?decisions?(?: (?:summary|record|register|table|history))?`],
    zh: ['.*(?:决策|决定).*'],
    'zh-Hant': ['.*(?:決策|決定).*'],
    ja: ['.*決定.*'],
    ko: ['.*결정.*'],
    ...none('unseen', ...european),
  },
  outcomes: {
    en: [
      '(?:(?:final|completion|closing|execution) )?(?:results?|summary|report|handoff|conclusions?|post ?mortem|wrap ?up|close ?out|lessons(?: learned)?|completion notes?)',
    ],
    zh: ['总结', '结论'],
    'zh-Hant': ['總結', '結論'],
    ja: ['まとめ', '結論'],
    ko: ['요약', '결론'],
    ...none('unseen', ...european),
  },
};

const living = Object.fromEntries(
  Object.entries(livingSubstitutes).map(([role, words]) => [
    role,
    lazyPattern(() => `^(?:${sourceOf(words, edges.none)})$`, 'u'),
  ]),
) as Readonly<Record<LivingRole, () => RegExp>>;

/** True for a heading, as `headingKey` makes it, that plans give a living section of their own. */
export function isLivingSubstitute(key: string, role: LivingRole): boolean {
  return living[role]().test(key);
}

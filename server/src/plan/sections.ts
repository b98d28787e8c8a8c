import type { LivingRole, Role } from './model';

/** One of the format's twelve sections: the one place where its name stands. */
export interface SectionName {
  role: Role;
  /** The canonical heading, as the Cookbook writes it. */
  heading: string;
  /** True for the four sections that must be kept up to date. */
  living: boolean;
  /** Other headings that play the role, in the spelling that `headingKey` yields. */
  aliases: readonly string[];
}

/** The twelve sections in canonical order (../shared/format.md, section 1). */
export const sections: readonly SectionName[] = [
  {
    role: 'purpose',
    heading: 'Purpose / Big Picture',
    living: false,
    aliases: [
      'purpose',
      'big picture',
      'purpose and big picture',
      'purpose and context',
      'goal',
      'objective',
      '目标与全局图景',
      '目的',
      '目标',
      '목적',
      'propósito',
      'objectif',
      'zweck',
      'цель',
    ],
  },
  {
    role: 'progress',
    heading: 'Progress',
    living: true,
    aliases: [
      'progress log',
      'progress tracker',
      'progress tracking',
      'progress checklist',
      'progress update',
      'progress updates',
      'progress list',
      '进度',
      '进展',
      '進度',
      '進捗',
      '進捗状況',
      '진행 상황',
      '진행',
      '진행상황',
      '진척',
      'progreso',
      'progresso',
      'progression',
      'avancement',
      'fortschritt',
      'прогресс',
      'ход работы',
    ],
  },
  {
    role: 'surprises',
    heading: 'Surprises & Discoveries',
    living: true,
    aliases: [
      'surprises',
      'discoveries',
      'suprises and discoveries',
      'surprises discoveries',
      'discovery log',
      'discoveries log',
      'surprises log',
      'surprise log',
      'discoveries and surprises',
      '意外与发现',
      '意外和发现',
      '意外與發現',
      '发现与意外',
      '驚きと発見',
      '想定外と発見',
      '発見',
      '予期せぬ発見',
      '뜻밖의 발견',
      '놀라움과 발견',
      '예상 밖의 발견',
      '발견 사항',
      'sorpresas y descubrimientos',
      'surpresas e descobertas',
      'surprises et découvertes',
      'überraschungen und entdeckungen',
      'überraschungen und erkenntnisse',
      'сюрпризы и открытия',
      'неожиданности и открытия',
    ],
  },
  {
    role: 'decisions',
    heading: 'Decision Log',
    living: true,
    aliases: [
      'decisions',
      'decision',
      'decisions log',
      'decision record',
      'decision records',
      'decision history',
      '决策记录',
      '决策日志',
      '決策記錄',
      '決策日誌',
      '决定记录',
      '決定ログ',
      '決定記録',
      '意思決定ログ',
      '意思決定の記録',
      '결정 로그',
      '결정 기록',
      '의사결정 로그',
      '의사결정 기록',
      '의사 결정 기록',
      'registro de decisiones',
      'registro de decisões',
      'journal des décisions',
      'entscheidungsprotokoll',
      'entscheidungslog',
      'журнал решений',
    ],
  },
  {
    role: 'outcomes',
    heading: 'Outcomes & Retrospective',
    living: true,
    aliases: [
      'outcomes',
      'outcome',
      'outcome and retrospective',
      'retrospective',
      'outcomes retrospective',
      '结果与复盘',
      '成果与复盘',
      '结果与回顾',
      '結果與回顧',
      '成果と振り返り',
      '結果と振り返り',
      '결과와 회고',
      '결과 및 회고',
      '결과 회고',
      'resultados y retrospectiva',
      'resultados e retrospectiva',
      'résultats et rétrospective',
      'ergebnisse und rückblick',
      'ergebnisse und retrospektive',
      'результаты и ретроспектива',
      'итоги и ретроспектива',
    ],
  },
  {
    role: 'context',
    heading: 'Context and Orientation',
    living: false,
    aliases: [
      'context',
      'orientation',
      'context orientation',
      '背景与定位',
      '上下文与定位',
      '上下文与导航',
      '背景とオリエンテーション',
      'コンテキストとオリエンテーション',
      '맥락과 방향',
      'contexto y orientación',
      'contexto e orientação',
      'contexte et orientation',
      'kontext und orientierung',
      'контекст и ориентация',
    ],
  },
  {
    role: 'planOfWork',
    heading: 'Plan of Work',
    living: false,
    aliases: [
      'work plan',
      '工作计划',
      '工作計畫',
      '工作计划概述',
      '作業計画',
      '작업 계획',
      'plan de trabajo',
      'plano de trabalho',
      'plan de travail',
      'arbeitsplan',
      'план работы',
      'план работ',
    ],
  },
  {
    role: 'concreteSteps',
    heading: 'Concrete Steps',
    living: false,
    aliases: [
      'concrete step',
      'exact steps',
      '具体步骤',
      '具體步驟',
      '具体的な手順',
      '具体的手順',
      '구체적 단계',
      '구체적인 단계',
      'pasos concretos',
      'passos concretos',
      'étapes concrètes',
      'konkrete schritte',
      'конкретные шаги',
    ],
  },
  {
    role: 'validation',
    heading: 'Validation and Acceptance',
    living: false,
    aliases: [
      'validation',
      'acceptance',
      'acceptance criteria',
      'acceptance and validation',
      'validation acceptance',
      '验证与验收',
      '驗證與驗收',
      '検証と受け入れ',
      '검증과 수용',
      '검증 및 인수',
      'validación y aceptación',
      'validação e aceitação',
      'validation et acceptation',
      'validierung und abnahme',
      'проверка и приёмка',
    ],
  },
  {
    role: 'idempotence',
    heading: 'Idempotence and Recovery',
    living: false,
    aliases: [
      'idempotence',
      'idempotency and recovery',
      'idempotency',
      'recovery',
      'idempotence recovery',
      '幂等性与恢复',
      '冪等性與恢復',
      '冪等性と復旧',
      '冪等性とリカバリ',
      '멱등성과 복구',
      'idempotencia y recuperación',
      'idempotência e recuperação',
      'idempotence et reprise',
      'idempotenz und wiederherstellung',
      'идемпотентность и восстановление',
    ],
  },
  {
    role: 'artifacts',
    heading: 'Artifacts and Notes',
    living: false,
    aliases: [
      'artifacts',
      'artefacts',
      'artefacts and notes',
      'artifacts notes',
      'notes and artifacts',
      '产物与备注',
      '工件与备注',
      '產物與備註',
      '成果物とメモ',
      '산출물과 메모',
      'artefactos y notas',
      'artefatos e notas',
      'artefacts et notes',
      'artefakte und notizen',
      'артефакты и заметки',
    ],
  },
  {
    role: 'interfaces',
    heading: 'Interfaces and Dependencies',
    living: false,
    aliases: [
      'interfaces',
      'dependencies',
      'interfaces dependencies',
      'dependencies and interfaces',
      '接口与依赖',
      '介面與相依',
      'インターフェースと依存関係',
      '인터페이스와 의존성',
      'interfaces y dependencias',
      'interfaces e dependências',
      'interfaces et dépendances',
      'schnittstellen und abhängigkeiten',
      'интерфейсы и зависимости',
    ],
  },
];

/** The four living roles in canonical order. */
export const livingRoles: readonly LivingRole[] = sections
  .filter((each) => each.living)
  .map((each) => each.role as LivingRole);

/** Headings that play two roles at once. */
const merged: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  ['discoveries and decisions', ['surprises', 'decisions']],
  ['surprises and decisions', ['surprises', 'decisions']],
  ['decisions and discoveries', ['surprises', 'decisions']],
  ['decisions and surprises', ['surprises', 'decisions']],
  ['surprises discoveries and decisions', ['surprises', 'decisions']],
]);

const roleByKey: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  ...sections.flatMap(({ role, heading, aliases }): [string, readonly Role[]][] =>
    [heading, ...aliases].map((name) => [headingKey(name), [role]]),
  ),
  ...merged,
]);

/** True for a role that must be kept up to date. */
export function isLiving(role: Role): role is LivingRole {
  return (livingRoles as readonly Role[]).includes(role);
}

/** The canonical heading of a role. */
export function headingOf(role: Role): string {
  return (sections.find((each) => each.role === role) as SectionName).heading;
}

/**
 * What is left of a heading when everything that does not tell its role is taken away: case, `&` for "and",
 * numbering, suffixes in parentheses, emphasis and code marks, emoji, punctuation.
 *
 *     ## 16) **Surprises & Discoveries** (updated)   →   surprises and discoveries
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s\d.:)(#*_§-]{0,20}(?=\S)/, '')
    .replace(/[*_`~]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[([].*$/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The roles that a heading plays, in canonical order; none for a heading that plays no role. A bilingual heading
 * (`Progress / 진행 상황`) plays the role of whichever half is known.
 */
export function rolesOf(heading: string): readonly Role[] {
  const whole = roleByKey.get(headingKey(heading));
  if (whole) return whole;
  if (!/[/|·—–(（]/.test(heading)) return [];
  for (const half of heading.split(/[/|·—–(（）)]/)) {
    const roles = roleByKey.get(headingKey(half));
    if (roles && half.length * 3 >= heading.length && isForeign(heading)) return roles;
  }
  return [];
}

/** True when a text has letters beyond Latin: the sign of a bilingual heading rather than of a longer English one. */
function isForeign(text: string): boolean {
  return /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(text);
}

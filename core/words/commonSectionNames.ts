import type { Role } from './roles';
import { allButEnglish, european, none, type Words } from './words';

/**
 * Names that play a role only where no other heading of the plan plays it: common words that may mean something else.
 * Those of the purpose must open the plan, too.
 */
// biome-ignore format: a row a language
export const weakNames: Readonly<Partial<Record<Role, Words>>> = {
  purpose: {
    en: [
      'Problem Statement', 'Problem', 'Motivation', 'Intent', 'Why', 'Why This Matters', 'Goal Statement', 'Mission',
      'Summary', 'Overview',
    ],
    zh: ['摘要', '概述', '动机'],
    ja: ['概要', '動機'],
    ko: ['개요', '요약', '동기'],
    es: ['Resumen', 'Motivación'],
    pt: ['Resumo', 'Motivação'],
    fr: ['Résumé', 'Motivation'],
    de: ['Zusammenfassung', 'Überblick', 'Motivation'],
    ru: ['Краткое описание', 'Обзор', 'Мотивация'],
  },
  context: {
    en: [
      'Background', 'Starting State', 'Starting Point', 'Current Situation', 'Current System', 'Existing State',
      'Existing System', 'Relevant Context', 'Relevant Files', 'Relevant Files and Documentation', 'Codebase Context',
      'Current Architecture',
    ],
    zh: ['现状', '当前状态'],
    'zh-Hant': ['當前狀態'],
    ja: ['現状'],
    ko: ['현황', '현재 상태'],
    es: ['Antecedentes'],
    de: ['Hintergrund', 'Ist-Analyse', 'Ist-Zustand'],
    ...none('unseen', 'pt', 'fr', 'ru'),
  },
  decisions: {
    en: ['Key Decisions', 'Design Decisions', 'Technical Decisions'],
    ...none('unseen', ...allButEnglish),
  },
  outcomes: {
    en: [
      'Lessons Learned', 'Lessons', 'Learnings', 'Results', 'Final Results', 'Final Validation Results',
      'Completion Summary',
    ],
    ...none('unseen', ...allButEnglish),
  },
  planOfWork: {
    en: [
      'Implementation Plan', 'Execution Plan', 'Implementation', 'Plan', 'Milestones', 'Work Breakdown', 'Approach',
      'Implementation Strategy', 'Implementation Steps', 'Implementation Phases', 'Phases',
    ],
    zh: ['计划', '实施阶段', '里程碑'],
    ja: ['マイルストーン'],
    ko: ['마일스톤'],
    de: ['Umsetzung', 'Umsetzungsplan'],
    ...none('unseen', 'es', 'pt', 'fr', 'ru'),
  },
  concreteSteps: {
    en: ['Steps', 'Execution Steps', 'Commands', 'Commands to Run', 'Step-by-Step', 'Detailed Steps'],
    zh: ['步骤'],
    ja: ['手順'],
    ko: ['절차'],
    es: ['Pasos'],
    de: ['Schritte'],
    ...none('unseen', 'pt', 'fr', 'ru'),
  },
  validation: {
    en: [
      'Verification', 'Testing', 'Tests', 'Test Plan', 'Testing Plan', 'Testing Strategy', 'Test Strategy',
      'Verification Plan', 'Verification Strategy', 'Definition of Done', 'Success Criteria', 'Validation Checklist',
      'Validation Commands', 'How to Verify', 'Done Criteria',
    ],
    zh: ['测试', '测试计划'],
    'zh-Hant': ['測試'],
    ja: ['テスト', 'テスト計画'],
    ko: ['테스트', '테스트 계획'],
    es: ['Pruebas'],
    pt: ['Testes'],
    ...none('unseen', 'fr', 'de', 'ru'),
  },
  idempotence: {
    en: [
      'Rollback', 'Rollback Plan', 'Recovery Plan', 'Safety', 'Rollout and Recovery', 'Rollback Strategy',
      'Risks and Rollback',
    ],
    zh: ['回滚', '回滚方案', '恢复'],
    ja: ['ロールバック'],
    ko: ['롤백'],
    ...none('unseen', ...european),
  },
  artifacts: {
    en: ['Evidence', 'Notes', 'Appendix'],
    zh: ['备注'],
    'zh-Hant': ['備註'],
    ja: ['メモ'],
    ko: ['메모'],
    ...none('unseen', ...european),
  },
  interfaces: {
    en: ['Public Interfaces', 'API', 'APIs', 'Public API', 'Contracts', 'Dependencies and Prerequisites'],
    ...none('unseen', ...allButEnglish),
  },
};

/** What a plan without any Progress calls the section that has its steps: it is one where boxes stand below it. */
// biome-ignore format: a row a language
export const stepListNames: Words = {
  en: [
    'Tasks', 'Task List', 'Task Checklist', 'Task Tracker', 'Implementation Tasks', 'Todo', 'To Do', 'Todos', 'Todo List',
    'Checklist', 'Implementation Checklist', 'Execution Checklist', 'Status', 'Current Status', 'Execution Status',
    'Implementation Status', 'Tracking', 'Tracker', 'Step Tracker', 'Milestone Tracker', 'Work Items', 'Action Items',
    'Work Log', 'Execution Log', 'Steps', 'Implementation Steps',
  ],
  zh: ['任务', '任务清单', '任务列表', '待办', '待办事项', '清单', '状态', '执行状态', '步骤'],
  'zh-Hant': ['任務', '任務清單', '待辦', '待辦事項', '狀態', '步驟'],
  ja: ['タスク', 'タスク一覧', 'やること', '作業項目', 'チェックリスト', 'ステータス', '状態', '手順'],
  ko: ['작업', '작업 목록', '할 일', '체크리스트', '상태', '단계'],
  es: ['Tareas', 'Lista de tareas', 'Seguimiento', 'Estado', 'Pasos'],
  pt: ['Tarefas', 'Lista de tarefas', 'Acompanhamento', 'Estado', 'Passos', 'Etapas'],
  fr: ['Tâches', 'Liste des tâches', 'Suivi', 'État', 'Étapes', 'À faire'],
  de: ['Aufgaben', 'Aufgabenliste', 'Checkliste', 'Arbeitsstand', 'Verlauf', 'Schritte'],
  ru: ['Задачи', 'Список задач', 'Чек-лист', 'Статус', 'Состояние', 'Шаги'],
};

/** Names of living sections that texts of other kinds have, too: a report, a post-mortem, a record of one decision. */
// biome-ignore format: a row a language
export const commonNames: Words = {
  en: [
    'Progress', 'Current Progress', 'Progress Update', 'Progress Updates', 'Progress Report', 'Status and Progress',
    'Decision', 'Decisions', 'Decisions Made', 'Outcome', 'Outcomes', 'Retrospective', 'Results and Retrospective',
    'Surprises', 'Discoveries',
  ],
  zh: ['进度', '进展', '结果', '成果', '复盘', '决策', '决定'],
  'zh-Hant': ['進度', '進展', '結果', '決策', '決定'],
  ja: ['成果', '決定', '決定事項', '発見', '進捗', '進捗状況', '振り返り'],
  ko: ['결과', '회고', '성과', '결정', '결정 사항', '진행', '진행 상황'],
  es: ['Progreso', 'Avance', 'Avances', 'Resultados', 'Retrospectiva', 'Decisiones', 'Hallazgos', 'Sorpresas'],
  pt: ['Resultados', 'Retrospectiva', 'Progresso', 'Decisões', 'Andamento', 'Descobertas'],
  fr: ['Surprises', 'Progrès', 'Avancement', 'Résultats', 'Bilan', 'Rétrospective', 'Décisions', 'Découvertes'],
  de: ['Stand', 'Fortschritt', 'Ergebnisse', 'Rückblick', 'Retrospektive', 'Entscheidungen', 'Überraschungen'],
  ru: ['Прогресс', 'Выполнение', 'Результаты', 'Итоги', 'Ретроспектива', 'Решения', 'Принятые решения'],
};

/** Headings that play two roles at once: surprises and decisions. */
// biome-ignore format: a row a language
export const discoveriesAndDecisions: Words = {
  en: [
    'Discoveries and Decisions', 'Surprises and Decisions', 'Decisions and Discoveries', 'Decisions and Surprises',
    'Decision and Discovery Log', 'Discovery and Decision Log', 'Surprises, Discoveries and Decisions',
    'Surprises, Discoveries and Decision Log',
  ],
  zh: ['发现与决策'],
  ja: ['発見と決定'],
  ko: ['발견과 결정'],
  ...none('unseen', ...european),
};

/** Headings that play two roles at once: surprises and validation. */
export const discoveriesAndValidation: Words = {
  en: ['Discovery and Verification Log'],
  ...none('unseen', ...allButEnglish),
};

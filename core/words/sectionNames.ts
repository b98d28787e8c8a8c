import type { Role } from './roles';
import type { WrittenWords } from './words';

/**
 * What plans call the twelve sections: the canonical heading first, as the Cookbook writes it, then what was seen in real
 * plans and the usual translations. The first name of a language is what a new section is called. Case, accents, "&" and
 * punctuation do not matter; a name stands for one role only.
 */
// biome-ignore format: a row a language
export const sectionNames: Readonly<Record<Role, WrittenWords>> = {
  purpose: {
    en: [
      'Purpose / Big Picture',
      'Purpose', 'Big Picture', 'Purpose and Big Picture', 'Purpose and Context', 'Purpose and Goal',
      'Purpose and Goals', 'Purpose and Scope', 'Purpose and Outcome', 'Purpose and Observable Outcome', 'Goal',
      'Goals', 'Goal and Purpose', 'Objective', 'Objectives', 'Aim',
    ],
    zh: [
      '目的与全局图景', '目的', '目标', '宗旨', '全局图景', '目标与全局图景', '目的与全局', '目的与愿景', '目标与愿景',
      '目的和大局', '目的与大局', '目的与总体图景',
    ],
    'zh-Hant': ['目的與全局圖景', '目標', '目的與願景', '目標與全局圖景'],
    ja: ['目的と全体像', '目的', '目標と全体像', '全体像', '目的・全体像', 'ゴール', 'ねらい', '狙い'],
    ko: ['목적과 큰 그림', '목적', '목표', '목적 및 큰 그림', '큰 그림', '목적과 전체 그림', '목적 및 전체 그림'],
    es: [
      'Propósito y visión general', 'Propósito', 'Objetivo', 'Objetivos', 'Propósito y panorama general',
      'Panorama general', 'Visión general',
    ],
    pt: [
      'Propósito e visão geral', 'Propósito', 'Objetivo', 'Objetivos', 'Finalidade', 'Propósito e panorama geral',
      'Visão geral',
    ],
    fr: [
      "Objectif et vue d'ensemble", 'But', 'Objectif', 'Objectifs', "But et vue d'ensemble", "Vue d'ensemble",
      'Finalité',
    ],
    de: [
      'Zweck und Gesamtbild', 'Zweck', 'Ziel', 'Ziele', 'Ziel und Gesamtbild', 'Zweck und Überblick', 'Zielsetzung',
      'Gesamtbild',
    ],
    ru: ['Цель и общая картина', 'Цель', 'Цели', 'Назначение', 'Назначение и общая картина', 'Общая картина'],
  },
  progress: {
    en: [
      'Progress',
      'Progress Log', 'Progress Tracker', 'Progress Tracking', 'Progress Checklist', 'Progress Update',
      'Progress Updates', 'Progress List', 'Progress Notes', 'Progress Report', 'Progress Status',
      'Progress and Status', 'Status and Progress', 'Current Progress', 'Live Progress', 'Execution Progress',
      'Implementation Progress',
    ],
    zh: ['进度', '进展', '进度记录', '进度跟踪', '进度日志', '进展记录', '当前进度', '执行进度'],
    'zh-Hant': ['進度', '進展', '進度記錄', '進度追蹤', '目前進度'],
    ja: ['進捗', '進捗状況', '進捗ログ', '進捗管理', '進行状況', '進行', '作業進捗'],
    ko: [
      '진행 상황', '진행', '진행상황', '진행 현황', '진행 상태', '진척', '진척 상황', '진행 기록', '진행 로그',
      '진행률',
    ],
    es: ['Progreso', 'Avance', 'Avances', 'Estado del progreso', 'Registro de progreso'],
    pt: ['Progresso', 'Andamento', 'Avanço', 'Registro de progresso', 'Registo de progresso'],
    fr: ['Progression', 'Progrès', 'Avancement', "État d'avancement", "Suivi de l'avancement", "Journal d'avancement"],
    de: ['Fortschritt', 'Fortschritte', 'Stand', 'Fortschrittsprotokoll', 'Fortschrittslog'],
    ru: ['Прогресс', 'Ход работы', 'Ход работ', 'Ход выполнения', 'Выполнение', 'Журнал прогресса'],
  },
  surprises: {
    en: [
      'Surprises & Discoveries',
      'Surprises', 'Surprise', 'Discoveries', 'Surprise and Discoveries', 'Surprises and Discovery',
      'Surprises Discoveries', 'Surprises Log', 'Surprise Log', 'Discovery Log', 'Discoveries Log',
      'Discoveries and Surprises', 'Surprises and Findings', 'Surprises and Learnings', 'Surprises and Insights',
      'Surprises and Observations', 'Unexpected Discoveries', 'Unexpected Findings',
    ],
    zh: [
      '意外与发现', '意外', '意外和发现', '意外及发现', '意外情况与发现', '发现与意外', '惊喜与发现', '惊讶与发现',
      '意外发现',
    ],
    'zh-Hant': ['意外與發現', '意外發現', '發現與意外', '驚喜與發現'],
    ja: [
      '驚きと発見', '意外な発見', '想定外と発見', '発見', '予期せぬ発見', '想定外の発見', '予想外の発見',
      '予想外と発見', '驚き・発見', 'サプライズと発見', '発見事項', '気づきと発見', '想定外と気づき',
    ],
    ko: [
      '뜻밖의 발견', '놀라움과 발견', '예상 밖의 발견', '예상치 못한 발견', '발견 사항', '의외의 발견',
      '놀라운 점과 발견', '놀라움 및 발견', '예상 밖 발견', '특이사항과 발견', '돌발 상황과 발견',
    ],
    es: ['Sorpresas y descubrimientos', 'Sorpresas', 'Descubrimientos', 'Sorpresas y hallazgos', 'Hallazgos'],
    pt: ['Surpresas e descobertas', 'Surpresas', 'Descobertas', 'Surpresas e achados'],
    fr: ['Surprises et découvertes', 'Surprises', 'Découvertes', 'Découvertes et surprises'],
    de: [
      'Überraschungen und Entdeckungen', 'Überraschungen', 'Entdeckungen', 'Überraschungen und Erkenntnisse',
      'Überraschungen und Befunde', 'Überraschendes und Entdeckungen',
    ],
    ru: [
      'Неожиданности и открытия', 'Сюрпризы', 'Открытия', 'Сюрпризы и открытия', 'Неожиданности',
      'Неожиданности и находки', 'Сюрпризы и находки',
    ],
  },
  decisions: {
    en: [
      'Decision Log',
      'Decisions', 'Decision', 'Decision Logs', 'Decisions Log', 'Decision Record', 'Decision Records',
      'Decision History', 'Decision Journal', 'Decisions Made', 'Decision Log and Rationale', 'Decisions and Rationale',
      'Log of Decisions',
    ],
    zh: ['决策记录', '决策', '决定', '决策日志', '决定记录', '决定日志'],
    'zh-Hant': ['決策記錄', '決策', '決定', '決策紀錄', '決策日誌', '決定記錄'],
    ja: [
      '決定ログ', '決定', '決定事項', '決定記録', '決定の記録', '判断ログ', '判断記録', '意思決定', '意思決定ログ',
      '意思決定記録', '意思決定の記録', '設計判断ログ',
    ],
    ko: [
      '결정 기록', '결정', '결정 사항', '결정 로그', '의사결정', '의사결정 로그', '의사결정 기록', '의사 결정 로그',
      '의사 결정 기록', '결정 일지',
    ],
    es: ['Registro de decisiones', 'Decisiones', 'Bitácora de decisiones', 'Diario de decisiones'],
    pt: ['Registro de decisões', 'Decisões', 'Registo de decisões', 'Log de decisões', 'Diário de decisões'],
    fr: ['Journal des décisions', 'Décisions', 'Journal de décisions', 'Registre des décisions'],
    de: [
      'Entscheidungsprotokoll', 'Entscheidungen', 'Entscheidungslog', 'Entscheidungstagebuch', 'Entscheidungsverlauf',
    ],
    ru: ['Журнал решений', 'Решения', 'Лог решений', 'Принятые решения'],
  },
  outcomes: {
    en: [
      'Outcomes & Retrospective',
      'Outcomes', 'Outcome', 'Outcome and Retrospective', 'Outcomes Retrospective', 'Retrospective',
      'Retrospective and Outcomes', 'Outcomes and Retro', 'Outcomes and Retrospectives', 'Outcomes and Learnings',
      'Outcomes and Lessons', 'Outcomes and Lessons Learned', 'Results and Retrospective', 'Outcomes and Results',
      'Outcomes and Reflection',
    ],
    zh: [
      '结果与复盘', '结果', '成果', '复盘', '成果与复盘', '结果和复盘', '结果与回顾', '成果与回顾', '总结与复盘',
      '结果与总结', '复盘与总结',
    ],
    'zh-Hant': ['結果與復盤', '結果', '結果與回顧', '成果與回顧'],
    ja: [
      '成果と振り返り', '成果', '結果と振り返り', '成果とふりかえり', '結果とふりかえり', '振り返り', 'ふりかえり',
      '成果・振り返り', '成果と回顧', '結果と回顧',
    ],
    ko: ['결과와 회고', '결과 및 회고', '결과 회고', '성과와 회고', '성과 및 회고', '결과', '회고', '성과'],
    es: ['Resultados y retrospectiva', 'Resultados', 'Retrospectiva'],
    pt: ['Resultados e retrospectiva', 'Resultados', 'Retrospectiva', 'Retrospetiva', 'Resultados e retrospetiva'],
    fr: ['Résultats et rétrospective', 'Résultats', 'Rétrospective', 'Bilan', 'Bilan et rétrospective'],
    de: [
      'Ergebnisse und Rückblick', 'Ergebnisse', 'Rückblick', 'Ergebnisse und Retrospektive', 'Retrospektive',
      'Ergebnis und Rückblick',
    ],
    ru: ['Результаты и ретроспектива', 'Результаты', 'Итоги', 'Ретроспектива', 'Итоги и ретроспектива'],
  },
  context: {
    en: [
      'Context and Orientation',
      'Context', 'Orientation', 'Context Orientation', 'Context and Orientations', 'Orientation and Context',
      'Context and Background', 'Background and Context', 'Background and Current State', 'Existing Context',
      'Current Context', 'Current State', 'Current State and Context', 'Context and Current State',
      'Repository Orientation', 'Repository Context', 'Codebase Orientation',
    ],
    zh: [
      '背景与定位', '背景', '上下文', '背景与导览', '背景与现状', '背景与上下文', '上下文与定位', '上下文与定向',
      '上下文与导航', '上下文与导览', '上下文和定位',
    ],
    'zh-Hant': ['背景與定位', '背景與導覽', '脈絡與定位', '上下文與定位'],
    ja: [
      '背景と位置づけ', '背景', '文脈', '背景と現状', '背景とオリエンテーション', 'コンテキスト',
      'コンテキストとオリエンテーション', '文脈とオリエンテーション', '文脈と位置づけ', '背景・オリエンテーション',
      'コンテキストと現状',
    ],
    ko: [
      '맥락과 방향', '맥락', '배경', '맥락 및 방향', '배경과 방향', '배경 및 방향', '맥락과 오리엔테이션',
      '배경과 현황', '컨텍스트와 오리엔테이션', '컨텍스트 및 오리엔테이션', '맥락과 안내',
    ],
    es: ['Contexto y orientación', 'Contexto', 'Contexto y situación actual'],
    pt: ['Contexto e orientação', 'Contexto'],
    fr: ['Contexte et orientation', 'Contexte', 'Contexte et repères'],
    de: [
      'Kontext und Orientierung', 'Kontext', 'Kontext und Einordnung', 'Ausgangslage', 'Hintergrund und Orientierung',
    ],
    ru: ['Контекст и ориентация', 'Контекст', 'Контекст и ориентиры', 'Контекст и ориентирование'],
  },
  planOfWork: {
    en: ['Plan of Work', 'Work Plan', 'Plan of Works', 'Planned Work', 'Plan of Action'],
    zh: ['工作计划', '工作计划概述', '工作方案', '作业计划', '实施计划'],
    'zh-Hant': ['工作計畫', '工作計劃', '實施計畫'],
    ja: ['作業計画', '作業の計画', '作業プラン', '実施計画', '実装計画'],
    ko: ['작업 계획', '작업계획', '업무 계획', '실행 계획'],
    es: ['Plan de trabajo'],
    pt: ['Plano de trabalho'],
    fr: ['Plan de travail'],
    de: ['Arbeitsplan'],
    ru: ['План работы', 'План работ'],
  },
  concreteSteps: {
    en: [
      'Concrete Steps',
      'Concrete Step', 'Exact Steps', 'Concrete Implementation Steps', 'Concrete Execution Steps',
      'Concrete Steps and Commands', 'Concrete Steps and Expected Output', 'Exact Commands',
    ],
    zh: ['具体步骤', '具体操作步骤', '具体执行步骤', '操作步骤'],
    'zh-Hant': ['具體步驟'],
    ja: ['具体的な手順', '具体的手順', '具体手順', '具体的なステップ', '具体的な作業手順'],
    ko: ['구체적인 단계', '구체적 단계', '구체적 절차', '구체적인 절차', '세부 단계', '구체 단계', '구체적 실행 단계'],
    es: ['Pasos concretos'],
    pt: ['Passos concretos', 'Etapas concretas'],
    fr: ['Étapes concrètes'],
    de: ['Konkrete Schritte'],
    ru: ['Конкретные шаги'],
  },
  validation: {
    en: [
      'Validation and Acceptance',
      'Validation', 'Acceptance', 'Acceptance Criteria', 'Final Acceptance Criteria', 'Acceptance Areas',
      'Acceptance and Validation', 'Validation Acceptance', 'Validation Plan', 'Validation Strategy',
      'Validation and Acceptance Criteria', 'Validation and Testing', 'Validation and Verification',
      'Testing and Validation', 'Verification and Acceptance', 'Testing Approach', 'Testing and Validation Strategy',
      'Testing and Benchmark Strategy', 'Verification Log', 'Verification Log and Handoff',
    ],
    zh: ['验证与验收', '验证', '验收', '验证和验收', '验收与验证', '验收标准'],
    'zh-Hant': ['驗證與驗收', '驗證', '驗收', '驗收標準'],
    ja: [
      '検証と受け入れ', '検証', '検証と受入', '検証と受け入れ基準', '検証と受入基準', '検証と受入れ', '検証・受け入れ',
      '受け入れ基準', '受入基準', '妥当性確認と受け入れ',
    ],
    ko: [
      '검증과 인수', '검증', '검증과 수용', '검증 및 수용', '검증 및 인수', '검증 및 승인', '검증과 승인',
      '검증 및 수락', '검증과 수락', '수용 기준', '인수 기준', '검증과 인수 기준', '검증 및 완료 기준',
    ],
    es: ['Validación y aceptación', 'Validación', 'Criterios de aceptación', 'Verificación y aceptación'],
    pt: [
      'Validação e aceitação', 'Validação', 'Critérios de aceitação', 'Validação e aceite', 'Verificação e aceitação',
    ],
    fr: ['Validation et acceptation', 'Validation', "Critères d'acceptation", 'Validation et recette'],
    de: [
      'Validierung und Abnahme', 'Validierung', 'Validierung und Akzeptanz', 'Abnahme', 'Abnahmekriterien',
      'Akzeptanzkriterien', 'Prüfung und Abnahme',
    ],
    ru: ['Проверка и приёмка', 'Проверка', 'Валидация', 'Валидация и приёмка', 'Критерии приёмки'],
  },
  idempotence: {
    en: [
      'Idempotence and Recovery',
      'Idempotence', 'Idempotency', 'Idempotency and Recovery', 'Recovery', 'Idempotence Recovery',
      'Idempotence and Safety', 'Idempotency and Safety', 'Idempotence and Rollback', 'Idempotency and Rollback',
      'Recovery and Idempotence', 'Rollback and Recovery', 'Recovery and Rollback',
      'Idempotence, Recovery, and Rollback',
    ],
    zh: ['幂等性与恢复', '幂等性', '冪等性', '幂等与恢复', '幂等性和恢复', '幂等与回滚', '幂等性与回滚'],
    'zh-Hant': ['冪等性與恢復', '冪等性與復原'],
    ja: [
      '冪等性と復旧', '冪等性', 'べき等性', '冪等性とリカバリ', '冪等性とリカバリー', '冪等性と回復', 'べき等性と復旧',
      'べき等性とリカバリ', 'べき等性と回復', '冪等性・復旧',
    ],
    ko: ['멱등성과 복구', '멱등성', '멱등성 및 복구'],
    es: ['Idempotencia y recuperación', 'Idempotencia'],
    pt: ['Idempotência e recuperação', 'Idempotência'],
    fr: ['Idempotence et reprise', 'Idempotence', 'Idempotence et récupération'],
    de: ['Idempotenz und Wiederherstellung', 'Idempotenz'],
    ru: ['Идемпотентность и восстановление', 'Идемпотентность'],
  },
  artifacts: {
    en: [
      'Artifacts and Notes',
      'Artifacts', 'Artefacts', 'Artefacts and Notes', 'Artifacts Notes', 'Notes and Artifacts',
      'Artifacts and Deliverables', 'Artifacts and Evidence', 'Evidence and Notes', 'Artifacts and References',
    ],
    zh: [
      '产物与备注', '产物', '产物与说明', '产物与笔记', '工件与备注', '工件与说明', '制品与备注', '制品与说明',
      '证据与备注', '附件与备注', '产出与备注',
    ],
    'zh-Hant': ['產物與備註', '產物', '證據與備註', '產出與備註'],
    ja: [
      '成果物とメモ', '成果物', '成果物とノート', '成果物と備考', '成果物と注記', 'アーティファクトとメモ',
      'アーティファクトとノート', 'アーティファクト', '成果物・メモ', '資料とメモ',
    ],
    ko: [
      '산출물과 메모', '산출물', '산출물 및 메모', '산출물과 노트', '산출물 및 노트', '산출물과 참고',
      '산출물 및 참고 사항', '아티팩트와 메모', '아티팩트 및 노트',
    ],
    es: ['Artefactos y notas', 'Artefactos'],
    pt: ['Artefatos e notas', 'Artefatos', 'Artefactos e notas'],
    fr: ['Artefacts et notes', 'Artefacts'],
    de: ['Artefakte und Notizen', 'Artefakte', 'Artefakte und Hinweise', 'Artefakte und Anmerkungen'],
    ru: ['Артефакты и заметки', 'Артефакты', 'Артефакты и примечания'],
  },
  interfaces: {
    en: [
      'Interfaces and Dependencies',
      'Interfaces', 'Dependencies', 'Interface and Dependencies', 'Interfaces Dependencies',
      'Dependencies and Interfaces', 'Interfaces and Contracts', 'Interfaces and APIs', 'Interfaces and Types',
      'APIs and Dependencies',
    ],
    zh: ['接口与依赖', '接口', '依赖', '接口和依赖', '接口与依赖项', '接口及依赖'],
    'zh-Hant': ['介面與相依性', '介面與相依', '介面與依賴'],
    ja: [
      'インターフェースと依存関係', 'インターフェース', 'インターフェイス', '依存関係', 'インターフェイスと依存関係',
      'インターフェースと依存', 'インターフェイスと依存', 'インタフェースと依存関係',
    ],
    ko: [
      '인터페이스와 의존성', '인터페이스', '의존성', '인터페이스 및 의존성', '인터페이스와 종속성',
      '인터페이스 및 종속성',
    ],
    es: ['Interfaces y dependencias', 'Interfaces', 'Dependencias'],
    pt: ['Interfaces e dependências', 'Interfaces', 'Dependências'],
    fr: ['Interfaces et dépendances', 'Interfaces', 'Dépendances'],
    de: ['Schnittstellen und Abhängigkeiten', 'Schnittstellen', 'Abhängigkeiten'],
    ru: ['Интерфейсы и зависимости', 'Интерфейсы', 'Зависимости'],
  },
};

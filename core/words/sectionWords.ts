import type { Role } from './roles';
import type { Words } from './words';

/**
 * The words that tell what a section is, where it is called neither by one of the names in `sectionNames.ts`: alone, or
 * with neutral ones (`Registro de las decisiones tomadas`). One that ends in `-` is a stem: endings may follow it, and in
 * German a neutral word (`Fortschrittsübersicht`).
 */
// biome-ignore format: a row a language
export const roleWords: Readonly<Partial<Record<Role, Words>>> = {
  purpose: {
    en: ['purpose', 'goal-', 'objective-', 'aim', 'aims', 'mission'],
    zh: ['目的', '目标', '宗旨', '愿景'], 'zh-Hant': ['目標', '願景'], ja: ['目的', '目標', 'ゴール', '狙い'], ko: ['목적', '목표'],
    es: ['propósito-', 'objetivo-', 'finalidad'], pt: ['propósito-', 'objetivo-', 'finalidade'], fr: ['objectif-', 'but', 'finalité'],
    de: ['zweck-', 'ziel-'], ru: ['цель', 'цели', 'назначени-'],
  },
  progress: {
    en: ['progress'],
    zh: ['进度', '进展'], 'zh-Hant': ['進度', '進展'], ja: ['進捗', '進行'], ko: ['진행', '진척', '진도'],
    es: ['progreso-', 'avance-'], pt: ['progresso-', 'andamento', 'avanço-'], fr: ['avancement', 'progression', 'progrès'],
    de: ['fortschritt-', 'projektfortschritt-', 'arbeitsfortschritt-'], ru: ['прогресс-', 'ход', 'выполнени-'],
  },
  surprises: {
    en: ['surprise', 'surprises', 'surprising', 'discovery', 'discoveries', 'unexpected'],
    zh: ['意外', '惊喜', '惊讶', '发现', '新发现'], 'zh-Hant': ['驚喜', '驚訝', '發現'],
    ja: ['驚き', '想定外', '予想外', '予期せぬ', '意外な', '発見', '気づき', 'サプライズ'],
    ko: ['놀라움', '놀라운', '뜻밖', '발견', '의외', '특이사항', '돌발'],
    es: ['sorpresa-', 'descubrimient-', 'hallazgo-', 'imprevist-', 'inesperad-'],
    pt: ['surpresa-', 'descoberta-', 'imprevist-', 'achado-', 'inesperad-'],
    fr: ['surprise-', 'découverte-', 'imprévu-', 'inattendu-'],
    de: ['überraschung-', 'überraschend-', 'entdeckung-', 'unerwartet-'],
    ru: ['сюрприз-', 'неожиданн-', 'открыти-', 'находк-'],
  },
  decisions: {
    en: ['decision', 'decisions'],
    zh: ['决策', '决定', '决议'], 'zh-Hant': ['決策', '決定', '決議'], ja: ['決定', '意思決定', '判断'], ko: ['결정', '의사결정'],
    es: ['decisión', 'decisiones'], pt: ['decisão', 'decisões'], fr: ['décision-'], de: ['entscheidung-'], ru: ['решени-'],
  },
  outcomes: {
    en: ['outcome', 'outcomes', 'retrospective', 'retrospectives', 'retro'],
    zh: ['结果', '成果', '复盘', '回顾'], 'zh-Hant': ['結果', '復盤', '回顧'], ja: ['成果', '結果', '振り返り', 'ふりかえり', '回顧'],
    ko: ['결과', '회고', '성과', '돌아보기'],
    es: ['resultado-', 'retrospectiva-'], pt: ['resultado-', 'retrospectiva-', 'retrospetiva-'],
    fr: ['résultat-', 'rétrospective-', 'bilan'], de: ['ergebnis-', 'rückblick-', 'retrospektive-', 'abschluss-'],
    ru: ['итог-', 'результат-', 'ретроспектив-'],
  },
  context: {
    en: ['context', 'orientation', 'background'],
    zh: ['背景', '上下文', '现状', '导览', '定位'], 'zh-Hant': ['現狀', '導覽', '脈絡'], ja: ['背景', '文脈', '現状', 'コンテキスト'],
    ko: ['맥락', '배경', '현황', '컨텍스트'],
    es: ['contexto-', 'antecedente-'], pt: ['contexto-', 'antecedente-'], fr: ['contexte-'],
    de: ['kontext-', 'ausgangslage', 'hintergrund-'], ru: ['контекст-'],
  },
  validation: {
    en: ['validation', 'acceptance', 'verification'],
    zh: ['验证', '验收', '测试'], 'zh-Hant': ['驗證', '驗收', '測試'], ja: ['検証', '受け入れ', '受入', 'テスト'], ko: ['검증', '인수', '테스트'],
    es: ['validación', 'aceptación', 'verificación', 'prueba-'], pt: ['validação', 'aceitação', 'verificação'],
    fr: ['validation-', 'acceptation', 'vérification-', 'recette'], de: ['validierung-', 'abnahme-', 'akzeptanz-', 'prüfung-'],
    ru: ['проверк-', 'приёмк-', 'валидаци-'],
  },
  idempotence: {
    en: ['idempotence', 'idempotency', 'recovery', 'rollback'],
    zh: ['幂等', '幂等性', '恢复', '回滚', '回退'], 'zh-Hant': ['冪等', '冪等性', '復原', '回滾'],
    ja: ['冪等性', 'べき等性', '復旧', 'リカバリ', 'ロールバック'], ko: ['멱등성', '복구', '롤백'],
    es: ['idempotencia', 'recuperación', 'reversión'], pt: ['idempotência', 'recuperação', 'reversão'],
    fr: ['idempotence', 'reprise', 'récupération'], de: ['idempotenz-', 'wiederherstellung-'],
    ru: ['идемпотентност-', 'восстановлени-', 'откат-'],
  },
  artifacts: {
    en: ['artifact-', 'artefact-'],
    zh: ['产物', '工件', '制品'], 'zh-Hant': ['產物'], ja: ['成果物', 'アーティファクト'], ko: ['산출물', '아티팩트'],
    es: ['artefacto-'], pt: ['artefato-', 'artefacto-'], fr: ['artefact-'], de: ['artefakt-'], ru: ['артефакт-'],
  },
  interfaces: {
    en: ['interface-', 'dependencies'],
    zh: ['接口', '依赖'], 'zh-Hant': ['介面', '相依性', '依賴'], ja: ['インターフェース', 'インターフェイス', '依存関係'], ko: ['인터페이스', '의존성', '종속성'],
    es: ['interfaz', 'interfaces', 'dependencia-'], pt: ['interface-', 'dependência-'], fr: ['interface-', 'dépendance-'],
    de: ['schnittstelle-', 'abhängigkeit-'], ru: ['интерфейс-', 'зависимост-'],
  },
};

/** Words beside those that change nothing about what a section is. */
// biome-ignore format: a row a language
export const neutralWords: Words = {
  en: [
    'the', 'a', 'of', 'for', 'our', 'this', 'log', 'logs', 'list', 'note', 'notes', 'record', 'records', 'register',
    'tracker', 'tracking', 'history', 'journal', 'diary', 'section', 'summary', 'overview', 'report', 'update',
    'updates', 'checklist', 'table', 'board', 'current', 'latest', 'final', 'overall', 'living', 'running', 'ongoing',
    'made', 'taken', 'recorded', 'so', 'far', 'to', 'date', 'project', 'implementation', 'execution', 'work', 'task',
    'plan', 'delivery', 'new', 'notable', 'important', 'significant', 'learned', 'learnings', 'lessons', 'insights',
    'findings', 'observations', 'status', 'rationale',
  ],
  zh: [
    '记录', '日志', '跟踪', '追踪', '清单', '列表', '情况', '概述', '概览', '总览', '说明', '总结', '小结', '的', '当前', '最新',
    '项目', '任务', '执行', '实施', '工作', '完成', '最终', '新', '重要', '关键', '主要', '状态', '表', '理由', '依据', '汇总',
    '更新', '笔记', '备注', '场景', '性', '方案', '思路', '事项', '经验', '教训', '标准', '点',
  ],
  'zh-Hant': [
    '記錄', '紀錄', '日誌', '追蹤', '清單', '情況', '概覽', '總覽', '說明', '總結', '當前', '目前', '專案', '項目', '任務',
    '執行', '實施', '最終', '關鍵', '狀態', '彙整', '備註', '經驗', '標準',
  ],
  ja: [
    'ログ', '記録', '管理', '状況', 'メモ', '一覧', 'の', '事項', 'リスト', 'まとめ', '現在', '最終', '主な', '作業', '実装',
    '計画', 'プロジェクト', '内容', '履歴', 'ノート', '項目', '理由', '学び', '基準', '方法', '手順',
  ],
  ko: [
    '기록', '로그', '현재', '상황', '상태', '일지', '목록', '내역', '내용', '사항', '요약', '의', '최종', '주요', '작업',
    '프로젝트', '구현', '메모', '노트', '이유', '점', '정리', '업데이트', '된', '한', '기준', '방법', '교훈',
  ],
  es: [
    'registro', 'diario', 'bitácora', 'lista', 'de', 'del', 'la', 'el', 'los', 'las', 'estado', 'actual', 'final-', 'notas',
    'proyecto', 'trabajo', 'historial', 'resumen', 'importante-', 'tomada-', 'clave', 'nuevo-', 'nueva-', 'lecciones',
    'aprendida-', 'seguimiento', 'criterio-', 'hasta', 'ahora', 'fecha', 'tarea', 'tareas', 'trabajos', 'reciente-',
  ],
  pt: [
    'registro', 'registo', 'diário', 'do', 'da', 'dos', 'das', 'atual', 'projeto', 'plano', 'trabalho', 'histórico',
    'resumo', 'lições', 'acompanhamento', 'critério-', 'até', 'agora', 'data', 'tarefa', 'tarefas', 'trabalhos', 'recente-',
  ],
  fr: [
    'journal', 'registre', 'suivi', 'liste', 'du', 'des', 'le', 'les', 'l', 'd', 'état', 'actuel', 'projet', 'travail',
    'historique', 'résumé', 'prises', 'leçons', 'apprises', 'critère-', 'à', 'ce', 'jour', 'tâche', 'tâches', 'travaux',
    'récent-', 'réalisé-',
  ],
  de: [
    'protokoll', 'tagebuch', 'verlauf', 'liste', 'übersicht', 'der', 'die', 'das', 'des', 'aktuell-', 'notiz-', 'projekt-',
    'arbeit', 'bericht', 'stand', 'wichtig-', 'getroffen-', 'umsetzung-', 'register', 'erkenntnis-', 'befund-', 'bewertung',
    'kriterien', 'begründung-', 'bisher', 'bisherig-', 'jetzig-', 'aufgabe-',
  ],
  ru: [
    'журнал', 'лог', 'список', 'по', 'текущ-', 'итогов-', 'финальн-', 'заметк-', 'проект-', 'план-', 'работ-', 'принят-',
    'важн-', 'история', 'статус', 'сводка', 'урок-', 'извлеченн-', 'реализаци-', 'критери-', 'на', 'сегодня', 'задач-',
  ],
};

/** Words of outcomes that say so even where nothing else does: a `result` may be one that is only wanted. */
// biome-ignore format: a row a language
export const lookBackWords: Words = {
  en: ['retrospective', 'retro'], zh: ['复盘', '回顾'], 'zh-Hant': ['復盤', '回顧'], ja: ['振り返り', 'ふりかえり', '回顧'], ko: ['회고'],
  es: ['retrospectiva-'], pt: ['retrospectiva-', 'retrospetiva-'], fr: ['rétrospective-', 'bilan'],
  de: ['rückblick-', 'retrospektive-'], ru: ['ретроспектив-'],
};

/** Words of a heading that tells which outcome is wanted, not which one there is: `User-visible outcome`. */
// biome-ignore format: a row a language
export const wantedWords: Words = {
  en: ['user', 'visible', 'expected', 'desired', 'wanted', 'intended', 'target', 'purpose', 'goal', 'objective'],
  zh: ['用户', '预期', '期望', '目标', '目的'], 'zh-Hant': ['使用者', '預期', '期望', '目標', '目的'], ja: ['期待', '目標', '目的'],
  ko: ['기대', '예상', '목표', '목적'], es: ['esperad-', 'desead-', 'objetivo', 'propósito'],
  pt: ['esperad-', 'desejad-', 'objetivo', 'propósito'], fr: ['attendu-', 'souhaité-', 'visé-', 'objectif'],
  de: ['erwartet-', 'gewünscht-', 'ziel', 'zweck'], ru: ['ожидаем-', 'желаем-', 'цел-'],
};

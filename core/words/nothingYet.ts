import { allButEnglish, none, type Words } from './words';

const { raw } = String;
/** Nothing but marks up to the end. */
export const alone = raw`[^\p{L}\p{N}]*$`;

const zhThings =
  '任何|重大|重要|新的?|其他|额外|額外|意外|异常|異常|惊喜|发现|發現|决策|決策|决定|記錄|记录|内容|內容|结果|結果|条目|事项|變更|变更|偏差|工作';
const zhDeeds = `实作|實作|开始|開始|实施|實施|完成|执行|執行|填写|填寫|做出|作出|确定|確定|产生|產生|启动|啟動|进行|進行|实现|實現|编写|編寫|撰写|撰寫|開工|开工|着手|出现|遇到|${zhThings}`;
const enThings = '(?:major |significant |notable |further |new |real |big )?';

/** What a section says that has nothing yet: patterns for the start of its first sentence, in lower case. */
// biome-ignore format: a row a language
export const nothingYet: Words = {
  en: [
    'none', 'nothing', raw`n\/a`, 'tbd', 'tbc', 'tba', 'todo', 'placeholder', 'in progress', 'work in progress',
    'wip(?!,)', 'ongoing(?!,)', 'to (?:come|follow)(?!,)', 'coming(?: soon| later)?(?!,)', 'still in (?:flight|progress|work)', 'all as expected',
    '(?:still )?(?:left )?(?:empty|blank)(?!,)', '(?:this section is |leave )(?:intentionally )?(?:left )?(?:empty|blank)',
    '(?:the )?(?:work|implementation|execution|coding|development) (?:has(?: not|n[\'’]t)|is not|isn[\'’]t|not)(?: yet)? (?:started|begun|finished|complete|done)',
    'not there yet', 'later(?!,)',
    'pending(?: (?:external|final|user|further|design|owner|manual|actual|first|implementation|code)){0,2}(?: (?:implementation|completion|review|execution|work|approval|validation|verification|results?|authori[sz]ation|start|kick-?off|decision|input|milestones?|feedback|deployment|testing|tests|release|merge|confirmation|sign-?off|evidence))?',
    'no (?:implementation |coding )?work (?:has|was)(?: yet)?(?: been)? (?:started|begun|done)',
    '(?:to be|will be) (?:written|filled(?: in| out)?|determined|decided|completed|added|recorded|documented|updated|defined|populated|captured|summari[sz]ed)',
    'not (?:yet )?(?:started|applicable|completed?|finished|done|begun|implemented|executed|run|known|available)',
    'not yet', 'not (?:yet )?(?:written|filled(?: in| out)?|recorded|documented)',
    `no ${enThings}(?:decisions?|outcomes?|entries|entry|findings?|results?|records?)`,
    // Of these nothing is told, whatever follows: "No surprises in the handling of old pictures."
    raw`no ${enThings}(?:surprises?|discover(?:y|ies)|unexpected [a-z-]{2,20})(?: [^.,;:!?—–(]{1,100})?`,
  ],
  zh: [
    '(?:正在)?(?:进行|進行|施工|实施|實施|编写|編寫|开发|開發|处理|處理)中',
    `(?:暂时?|尚|目前|截至目前|至今|暫時?|还|還){0,3}(?:无|無|没有|沒有|未有)(?:${zhThings})*`,
    `(?:尚|暂|暫|还|還|仍)?未(?:${zhDeeds})+`, '尚未',
    `待(?:${zhDeeds}|定|更新|总结|确认|填|补充?|補充?)+(?:后|後|时|時)?(?:再)?(?:更新|总结|填写|填寫|补充|補充|补上|補上|记录|記錄){0,2}`,
    '(?:全部|实施|实现|工作)?完成(?:后|後|时|時)再?(?:填写|补充|更新|记录|总结|填寫|補充|記錄)', '不适用', '不適用',
  ],
  ja: [
    '(?:(?:特に|現時点では|今のところ|現在|まだ|該当|記録|発見|決定|想定外|何も)(?:は|が|の)?、?){0,4}(?:なし|無し|ない|ありません)',
    'まだ(?:(?:始(?:めて|まって)|着手(?:して|されて)|開始(?:して|されて)|実装(?:して|されて)|決(?:めて|まって)|書(?:いて|かれて)|記録(?:して|されて)|記入して)(?:いない|いません))?',
    '(?:まだ)?(?:作業|進行|対応|実装|検討)中(?:です)?', 'これから(?:です|記入|記載)?', '特筆(?:すべき)?(?:事項|こと|点)?(?:は|も)?(?:なし|ない|ありません)',
    '未(?:記入|定|着手|実施|完了|記載|作成|開始|確定)(?:です)?', '(?:記入|追記|記載)予定(?:です)?',
    `.{0,40}(?:時|後|次第|時点|随時)(?:に|で|、)?(?:随時)?(?:記入|記載|追記|更新|記録)(?:する|します|すること|予定)?${alone}`,
  ],
  ko: [
    '(?:아직|현재|지금|특별한|특이|해당|기록|발견|결정|사항|내용|예상치|못한|것|된|할|까지|은|는|이|가|의| )*없(?:음|습니다|다)',
    '아직(?: (?:시작|착수|작성|진행|구현|결정|기록)(?:하지|되지)? ?(?:않음|않았(?:음|습니다|다)|안 ?(?:함|됨)|못함|전))?',
    '(?:아직 )?(?:진행|작업|구현|작성) ?중(?:임|입니다)?',
    '미정', '미완료', '미작성', '미착수', '.{0,20}(?:작성|기록|추가|업데이트) ?예정(?:임|입니다)?',
    '(?:(?:구현|작업) ?)?(?:완료 ?(?:후|시)|추후)에? ?(?:작성|기록|업데이트|추가)(?:한다|합니다|함)?',
  ],
  es: [
    'ningun[ao]?', 'ningún', 'nada', 'aún (?:no(?: hay)?|ningun[ao]?|nada)', 'todavía (?:no(?: hay)?|nada)',
    'no hay(?= (?:sorpresa|decision|hallazgo|novedad))', 'no aplica',
    'sin (?:sorpresas|novedades|decisiones|hallazgos|empezar|iniciar|comenzar)',
    'pendiente(?: de (?:completar|definir|registrar|revisión|validación|aprobación|implementa(?:r|ción)|ejecu(?:tar|ción)))?',
    '(?:por|a) (?:completar|definir|determinar|registrar|escribir|rellenar)', '(?:aún|todavía|de momento) sin',
    '(?:se|será|serán) (?:(?:completar|rellenar|actualizar|registrar|añadir|escribir)án?|(?:completad|rellenad|actualizad|añadid|escrit)[ao]s?)',
    '(?:aún |todavía )?en (?:curso|progreso|marcha)(?!,)', 'vací[ao](?!,)',
  ],
  pt: [
    'nenhuma?', 'nada', 'ainda (?:não(?: há)?|nada|nenhuma?)', 'não (?:iniciad[ao]|aplicável|se aplica)',
    '(?:a )?(?:preencher|definir|completar|escrever)', 'ainda (?:em (?:andamento|curso)|sem)', 'em (?:andamento|curso)(?!,)', 'vazi[ao](?!,)',
    '(?:será|serão) (?:preenchid|completad|atualizad|adicionad|escrit)[ao]s?',
    'pendente(?: de (?:aprovação|revisão|implementação|execução|validação))?',
    'sem (?:surpresas|decisões|descobertas|novidades)',
  ],
  fr: [
    '(?:sera|seront) (?:(?:complét|ajout|rédig|renseign)ée?s?|rempli?e?s?|mise?s? à jour)', '(?:encore |toujours )?en cours(?!,)', 'vide(?!,)', 'ras', 'à faire',
    'aucune?', 'rien', 'pas encore(?: de)?', 'pas de (?:surprises?|décisions?|découvertes?)', 'néant', 'sans objet',
    'non (?:commencée?|applicable|définie?)', 'à (?:suivre|rédiger|écrire|compléter|remplir|définir|venir|renseigner|déterminer)',
    'en attente(?: de (?:validation|réalisation|la mise en œuvre|la revue))?',
  ],
  de: [
    '(?:derzeit|bislang|bisher|zurzeit|noch) (?:keine?|nichts)', 'noch (?:offen|nicht)', 'keine?', 'nichts', 'offen',
    'folgt(?!,)', 'kommt (?:noch|später)(?!,)', 'ausstehend(?!,)', '(?:noch )?zu (?:ergänzen|schreiben|füllen)', '(?:noch )?in (?:arbeit|bearbeitung)(?!,)',
    '(?:noch )?leer(?!,)', 'steht (?:noch )?aus', '(?:wird|werden) (?:noch |später )?(?:(?:nach|am|bei|mit|während|sobald|wenn) [^.,;:!?]{1,60} )?(?:ergänzt|ausgefüllt|nachgetragen|eingetragen|gepflegt|gefüllt|geschrieben|aktualisiert|fortgeschrieben)',
  ],
  ru: [
    '(?:пока |ещё |еще )?(?:нет|ничего)', '(?:пока|ещё|еще) не', 'отсутству(?:ет|ют)',
    '(?:сюрпризов|неожиданностей|решений|открытий|записей|находок)(?: пока| ещё| еще)? (?:нет|не было)',
    'не (?:начат|заверш[её]н|заполнен)[аоы]?', 'будет (?:заполнен|добавлен|дополнен|обновл[её]н)[аоы]?',
    'заполн(?:ить|яется|им)(?!,)', '(?:ещё |еще |пока )?в (?:работе|процессе)(?!,)', 'ожида(?:ется|ем)(?!,)', '(?:пока )?пусто(?!,)', '(?:пока )?без (?:неожиданностей|сюрпризов|открытий|находок|решений|изменений)', 'рано (?:подводить|судить)', 'позже(?!,)',
  ],
};

/** What may follow it, as often as it likes, and say nothing, either: patterns of words. */
// biome-ignore format: a row a language
export const nothingMore: Words = {
  en: [
    'yet', 'so far', 'to date', 'currently', 'still', 'now', 'thus far', 'for now', 'here', 'at present',
    '(?:at|in|for) (?:this|the) (?:time|point|stage|moment|plan|section|milestone|phase|round)',
    'to (?:report|record|note|document|add)', 'have been', 'has been', 'were', 'was', 'recorded', 'noted', 'observed',
    'known', 'found', 'made', 'taken', 'logged', 'documented', 'captured', 'identified', 'encountered', 'discovered',
    'reported', 'unexpected', 'surprising', 'special', 'noteworthy', 'notable', 'at all', 'to (?:see|say)', 'started', 'begun', 'written', 'later', 'then', raw`m?\d{1,2}`,
  ],
  ...none('grammar', 'zh', 'ja', 'ko'),
  es: [
    'todavía', 'aún', 'hasta (?:ahora|el momento|la fecha|hoy)', 'por (?:ahora|el momento)', 'de momento',
    'sorpresas?', 'decisi(?:ón|ones)', 'hallazgos?', 'descubrimientos?', 'novedad(?:es)?', 'entradas?', 'registros?',
    'registrad[ao]s?', 'iniciad[ao]', 'empezado', 'comenzado', 'escrit[ao]s?', 'definid[ao]', 'disponible', 'aplica', 'que (?:registrar|informar|destacar|señalar)', 'resultados?',
  ],
  pt: [
    'ainda', 'até (?:agora|o momento|aqui)', 'por enquanto', 'no momento', 'surpresas?', 'decis(?:ão|ões)', 'descobertas?',
    'registros?', 'registrad[ao]s?', 'iniciad[ao]', 'começou', 'definid[ao]', 'preenchid[ao]', 'concluíd[ao]', 'escrit[ao]s?', 'a (?:registrar|relatar)', 'resultados?',
  ],
  fr: [
    "pour (?:l['’]instant|le moment)", 'à (?:ce (?:jour|stade)|signaler|noter|rapporter)', 'encore', "jusqu['’]ici", 'de particulier',
    'prises?', 'résultats?', 'bilan', 'surprises?', 'décisions?', 'découvertes?', 'constats?', 'observations?', 'notables?', 'majeures?', 'particulières?',
    '(?:enregistré|noté|commencé|démarré|rempli|défini|disponible|terminé|décidé|renseigné|écrit)e?s?',
  ],
  de: [
    'bisher', 'bislang', 'derzeit', 'noch', 'bis (?:jetzt|heute|dato)', 'überraschung(?:en)?', 'entscheidung(?:en)?',
    'entdeckung(?:en)?', 'erkenntnisse?', 'ergebnisse?', 'einträge?', 'befunde?', 'abweichung(?:en)?', 'besonderheiten',
    'bekannt(?:en?)?', 'erfasst', 'getroffen', 'festgehalten', 'vorhanden', 'aufgetreten', 'eingetragen', 'zu (?:berichten|melden)',
    'begonnen', 'angefangen', 'gestartet', 'ausgefüllt', 'abgeschlossen', 'fertig', 'erledigt', 'geschrieben', 'umgesetzt',
  ],
  ru: [
    'пока', 'ещё', 'еще', 'сюрпризов', 'неожиданностей', 'решений', 'открытий', 'записей', 'неожиданного', 'на (?:данный момент|этом этапе|текущем этапе)', 'результатов', 'позже', 'далее',
    '(?:начат|заверш[её]н|заполнен|записан|принят|сделан|написан|определ[её]н)[аоы]?', 'было',
  ],
};

/** What may follow both and go on to the end of the sentence: when it will be, or why it is so. */
// biome-ignore format: a row a language
export const nothingUntil: Words = {
  en: [
    'as', 'at', 'when', 'once', 'after', 'during', 'upon', 'while', 'with', 'throughout', 'following', 'before', 'until',
    'because', 'since', 'if', 'beyond',
  ],
  ...none('grammar', 'zh', 'ja', 'ko'),
  es: ['cuando', 'al', 'hasta', 'una vez', 'en cuanto', 'tras', 'después de', 'durante'],
  pt: ['quando', 'ao', 'no (?:fim|final)', 'após', 'depois d[aeo]', 'durante'],
  fr: ['après', 'à (?:la fin|l[\'’]issue|mesure)', 'lors', 'quand', 'pendant', 'au fur', 'une fois', 'en fin', 'avant'],
  de: ['nach', 'wenn', 'sobald', 'während', 'am ende', 'vor'],
  ru: ['после', 'по мере', 'в ходе', 'когда', 'до', 'по (?:завершении|окончании)', 'в конце'],
};

/** What turns it into a record: "No surprises, but the disk is slow." */
// biome-ignore format: a row a language
export const exceptions: Words = {
  en: ['but', 'however', 'except', 'although', 'though', 'apart from', 'other than', 'nevertheless'],
  zh: ['但', '不过', '然而', '除了'],
  'zh-Hant': ['不過'],
  ja: ['ただし', 'しかし', 'だが', 'ものの', '以外'],
  ko: ['하지만', '다만', '그러나', '지만'],
  es: ['pero', 'salvo', 'excepto', 'aunque', 'sin embargo'],
  pt: ['mas', 'exceto', 'embora', 'porém'],
  fr: ['mais', 'sauf', 'cependant', 'toutefois', 'hormis', 'excepté'],
  de: ['aber', 'jedoch', 'allerdings', 'außer', 'obwohl'],
  ru: ['но', 'однако', 'кроме', 'хотя'],
};

/** Behind such a word it may still be put off: "None yet, but this will be updated." */
// biome-ignore format: a row a language
export const puttingOff: Words = {
  en: ['(?:(?:this|it|they|these|the section|more|entries) )?(?:will|is to|are to|should|to be|may)'],
  ...none('unseen', ...allButEnglish),
};

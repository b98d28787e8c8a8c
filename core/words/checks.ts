import { wordTest } from './pattern';
import type { Words } from './words';

/** What can be run or looked at: verbs of doing and seeing. */
// biome-ignore format: a row a language
export const checkWords: Words = {
  en: [
    'run(?:s|ning)?', 'open(?:s|ed|ing)?', 'start(?:s|ed|ing)?', 'launch[a-z]{0,3}', 'execut[a-z]{1,4}',
    'visit[a-z]{0,3}', 'navigat[a-z]{1,4}', 'click[a-z]{0,3}', 'tap[a-z]{0,4}', 'press[a-z]{0,3}', 'type', 'typing',
    'enter', 'select', 'submit[a-z]{0,4}', 'send', 'post', 'upload', 'download', 'sign', 'log in', 'login',
    'load(?:s|ed|ing)?', 'call', 'request', 'curl', 'see', 'sees', 'seen', 'show(?:s|n|ing)?', 'print(?:s|ed|ing)?',
    'display(?:s|ed|ing)?', 'render(?:s|ed|ing)?', 'appear(?:s|ed|ing)?', 'return(?:s|ed|ing)?', 'respond(?:s|ed)?',
    'output(?:s)?', 'read(?:s)?', 'look', 'watch', 'observ[a-z]{1,6}', 'expect[a-z]{0,6}', 'verif[a-z]{1,8}',
    'validat[a-z]{1,5}', 'check(?:s|ed|ing|list)?', 'confirm[a-z]{0,6}', 'inspect[a-z]{0,4}', 'compar[a-z]{1,5}',
    'tests?', 'tested', 'testing', 'suite', 'build(?:s)?', 'pass(?:es|ed|ing)?', 'fail(?:s|ed|ing|ure)?',
    'compil[a-z]{1,5}', 'lint', 'measur[a-z]{1,6}', 'benchmark[a-z]{0,4}', 'screenshots?', 'demo[a-z]{0,8}', 'given',
    'when', 'then', 'user can', 'you can', 'reject(?:s|ed)?', 'error', 'logs?', 'report(?:s|ed)?', 'page', 'browser',
    'exit', 'CI', 'green', 'zero', 'hear(?:s|d)?', 'receiv[a-z]{1,3}', 'arriv[a-z]{1,3}', 'plug(?:s|ged|ging)?', 'unplug[a-z]{0,4}',
    'scan(?:s|ned)?', 'swip[a-z]{1,3}', 'rings?', 'play(?:s|ed)?', 'counts?', 'no longer', 'contain(?:s|ed|ing)?', 'exist(?:s)?', 'list(?:s|ed)?', 'review(?:ed)?',
  ],
  zh: [
    '[运運]行', '[执執]行', '打[开開]', '点击', '點擊', '访问', '訪問', '启动', '啟動', '看到', '[显顯]示',
    '[输輸][出入]', '返回', '[检檢][查测測]', '[测測][试試]', '[验驗]', '[确確][认認]', '通[过過]', '失[败敗]',
    '[编編][译譯]', '[构構]建', '日志', '日誌', '报错', '[预預]期', '截[图圖]', '存在', '命令',
    '拔[掉下出]', '插[上入]', '按[下住]?', '刷卡', '[听聽]到', '收到', '出[现現]', '打印', '列印', '[弹彈]出', '[响響]', '亮起', '[测測]量',
  ],
  ja: [
    '実行', '開[くい]', '起動', '表示', '出力', '確認', '検証', 'テスト', '成功', 'エラー', 'ログ', '期待', '返る',
    '返す', '見[えるた]', '押[すしせ]', '聞こえ', '届[くきい]', '印刷', '現れ', '抜[くいけ]', '鳴[るりっ]', '点灯', '測[るり]',
  ],
  ko: [
    '실행', '열[기고어]', '클릭', '표시', '출력', '확인', '검증', '테스트', '통과', '실패', '오류', '로그', '기대',
    '반환', '보인', '보여', '누르', '눌러', '들린', '도착', '나타', '나온', '인쇄', '켜지', '켜진', '꺼지', '꺼진', '뽑',
  ],
  es: [
    'ejecut-', 'abr[ia]-', 'muestr-', 'prueba-', 'verific-', 'comprob-', 'aparec-', 'pulsa-', 'clic', 'devuelv-',
    'imprim-', 'compil-', 'falla-', 'pasan?', 'recib-', 'oye-', 'escuch-', 'desconect-', 'conect-', 'mide-', 'pantalla',
    've[rsna]?', 'verá[sn]?', 'se ven?',
  ],
  pt: [
    'execut-', 'abr[ia]-', 'mostra-', 'teste-', 'verific-', 'aparec-', 'clique-', 'clic-', 'retorn-', 'devolv-',
    'imprim-', 'compil-', 'falha-', 'passam?', 'receb-', 'ouv[ei]-', 'deslig-', 'liga(?:r|do)?', 'mede-', 'tela', 'vê(?:-se)?',
    'veja', 'rode', 'roda(?:r)?',
  ],
  fr: [
    'lanc-', 'ouvr-', 'affich-', 'vérifi-', 'essai-', 'exécut-', 'cliqu-', 'appar-', 'démarr-', 'renvo-', 'retourn-',
    'imprim-', 'compil-', 'échou-', 'passent?', 'reçoi-', 'entend-', 'débranch-', 'branch-', 'mesur-', 'écran', 'voi[rtse]',
    'voit-on', 'on voit',
  ],
  de: [
    'ausführ-', 'öffne-', 'starte-', 'zeig-', 'prüf-', 'anzeig-', 'klick-', 'erschein-', 'drück-', 'druckt?-', 'hör-',
    'aufruf-', 'liefer-', 'scheiter-', 'fehlschl-', 'meldet-', 'mess-', 'misst', 'sehen', 'sieht', 'seht', 'läuft',
    'laufen', 'tests?', 'bildschirm-', 'ausgabe-', 'empfang-', 'empfäng-', 'steck-',
  ],
  ru: [
    'запус-', 'откро-', 'покаж-', 'провер-', 'тест-', 'вывод-', 'открыв-', 'показыв-', 'увид-', 'вид(?:ит|ят|но)',
    'появ-', 'наж(?:м|а)-', 'отображ-', 'возвращ-', 'печат-', 'проход-', 'пад(?:ает|ают)', 'сборк-', 'измер-', 'команд-',
    'экран-', 'слыш-', 'включ-', 'выключ-', 'приход-',
  ],
};

/** True for a line with something that can be run or looked at: words for it, anything in backticks, an address. */
export const tellsCheck = wordTest(checkWords, { signs: ['\x60', 'https?:'] });

/** Words on what a command prints or does. */
// biome-ignore format: a row a language
export const outputWords: Words = {
  en: [
    'expect[a-z]{0,6}', 'should', 'must', 'outputs?', 'print(?:s|ed)?', 'pass(?:es|ed|ing)?', 'succe[a-z]{1,6}',
    'exit(?:s|ed)?', 'zero', 'observ[a-z]{1,6}', 'results?', 'report(?:s|ed)?', 'green', 'silent', 'sees?',
    'verif[a-z]{1,8}', 'confirm[a-z]{0,3}', 'show(?:s|n|ing)?', 'appear(?:s|ed)?', 'display(?:s|ed)?',
    'return(?:s|ed)?', 'fail(?:s|ed|ing|ures?)?', 'errors?', 'complet[a-z]{1,4}', 'clean', 'finish[a-z]{0,3}', 'ok',
    'produc[a-z]{1,4}', 'log(?:s|ged)?', 'yields?', 'transcript', 'looks? like', 'ends? with', 'validat[a-z]{1,5}',
  ],
  zh: [
    '预期', '預期', '期望', '输出', '輸出', '应', '應', '通过', '通過', '成功', '失败', '失敗', '显示', '顯示', '返回',
    '看到', '结果', '結果',
  ],
  ja: ['期待', '出力', '表示', '確認', 'なる', 'こと'],
  ko: ['기대', '예상', '출력', '통과', '성공', '실패', '표시', '결과', '확인'],
  es: ['esper-', 'salida-', 'debe-'],
  pt: ['esper-', 'saída-', 'deve-'],
  fr: ['attend-', 'sortie-', 'doit-'],
  de: ['erwart-', 'ausgabe-', 'soll-', 'muss-'],
  ru: ['ожида-', 'вывод-', 'долж-'],
};

/** True for words on what a command prints or does. */
export const tellsOutput = wordTest(outputWords, { signs: ['→', '->', '=>', '✓', '✔'] });

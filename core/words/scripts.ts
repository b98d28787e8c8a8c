/** Letters of other scripts than those whose words are known here. */
const unknown =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\P{L}ー々]/u;

/** True for a text with a letter of a script that no table has words in. */
export function hasUnknownScript(text: string): boolean {
  return unknown.test(text);
}

/** A sign that only simplified Chinese has. */
export const simplifiedSign =
  /[与标图总愿进记录现发惊讶决结复盘顾导览脉络计划实骤执验证产说备笔据项赖观论设务题类环补开关门长东车书]/;
/** A sign that only traditional Chinese has. */
export const traditionalSign =
  /[與標圖總願進記錄紀現發驚訝決結復盤顧導覽脈絡計劃畫實驟執驗證產說備筆據項賴觀論設務題類環複補開關門長東車書]/;
/** A letter that only Japanese has. */
export const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesAuthor } from '../../../core/words/authors';
import { tellsCheck } from '../../../core/words/checks';
import { namesDate, namesDateOrTime } from '../../../core/words/dates';
import { tellsProof } from '../../../core/words/proof';

describe('namesAuthor', () => {
  it('finds a name beside a date', () => {
    for (const text of [
      'One table (2026-02-09, Ada)',
      '2026-02-09 (Ada Lovelace): one table',
      'Una tabla (2026-02-09; Ada)',
      'Eine Tabelle (09.02.2026, Ada)',
      'Une table (9 février 2026, Zoé)',
      'One table (Feb 9, 2026 — Ada)',
      'Holz statt Blech, denn es rostet nicht. (Nerea)',
      '用墨水屏。理由：省电。（佐藤）',
      '一张表（2026年2月9日，小林）',
      'テーブルは一つ（2026/02/09、佐藤）',
    ])
      assert.equal(namesAuthor(text), true, text);
  });

  it('takes no other words there for a name', () => {
    for (const text of [
      'One table (2026-02-09, revised)',
      '2026-02-09 (draft 2): one table',
      'One table (Ada is a language)',
      'One table in the store that we have (Postgres)',
      'One table. (It is enough.)',
    ])
      assert.equal(namesAuthor(text), false, text);
  });
});

describe('tellsCheck', () => {
  it('finds what can be run, seen and heard, in all languages', () => {
    for (const text of [
      ...['Stand below the tower and hear twelve strokes.', 'Beim Einschalten erscheint der Name auf dem Bildschirm.'],
      ...[
        'Se ve el precio en la pizarra.',
        'O preço aparece na tela.',
        'Le ticket apparaît à l’écran.',
        'Появится цена.',
      ],
      ...['拔掉網路線，刷卡，門要開。', 'ボタンを押すと音が鳴る。', '버튼을 누르면 불이 켜진다.'],
    ])
      assert.equal(tellsCheck(text), true, text);
  });

  it('finds nothing in praise', () => {
    for (const text of [
      ...['Everything works as intended.', 'Alles arbeitet wie gedacht.', 'Todo funciona bien.', 'Tudo funciona bem.'],
      ...[
        'Tout fonctionne comme prévu.',
        'Всё работает как надо.',
        '一切正常，品質良好。',
        'すべて問題ない。',
        '모두 잘 된다.',
      ],
    ])
      assert.equal(tellsCheck(text), false, text);
  });
});

describe('tellsProof', () => {
  it('finds what is run and what that shows, in nine languages', () => {
    for (const text of [
      ...[
        'Run `make`.',
        '`make purge` prints 0.',
        '`make print` shows a label.',
        'Nach `make` kommt ein Etikett: `make druck` druckt es.',
      ],
      ...[
        '`make print` imprime una etiqueta.',
        'Ejecutar `make`.',
        '`make` mostra ok.',
        '`make` affiche ok.',
        'Lancer `make`.',
      ],
      ...[
        '`make` выводит ok.',
        '运行 `make`。',
        '`make` 会输出 ok。',
        '`make` を実行する。',
        '`make` を実行すると ok が表示される。',
      ],
      ...['`make` 를 실행한다.', '`make` 는 ok 를 출력한다.'],
    ])
      assert.equal(tellsProof(text), true, text);
  });

  it('finds none in words about code', () => {
    for (const text of ['Add `make` to the list.', 'The table `rows` is new.', 'Die Tabelle `rows` ist neu.'])
      assert.equal(tellsProof(text), false, text);
  });
});

describe('names of months', () => {
  it('are known short, too', () => {
    for (const text of [
      '(9 фев 2026)',
      '(9. Feb. 2026)',
      '(3 ene 2026)',
      '(3 fev 2026)',
      '(3 févr. 2026)',
      '(3 окт 2026)',
    ])
      assert.equal(namesDateOrTime(text), true, text);
    for (const text of ['3 déc. 2026, Ada', 'окт 2026', '12 set. 2026']) assert.equal(namesDate(text), true, text);
  });

  it('are no other words', () => {
    for (const text of ['10 out of 12 pass', 'a set of 3', '3 may differ', '5 ago']) {
      assert.equal(namesDateOrTime(text), false, text);
      if (text !== '3 may differ') assert.equal(namesDate(text), false, text);
    }
  });
});

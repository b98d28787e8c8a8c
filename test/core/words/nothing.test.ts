import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNothing, isPutOff } from '../../../core/words/nothing';
import type { Language } from '../../../core/words/words';

/** By language: sentences that say that there is nothing yet, and such as begin alike and are records. */
// biome-ignore format: a row a language
const sentences: Readonly<Record<Language, { nothing: readonly string[]; records: readonly string[] }>> = {
  en: {
    nothing: [
      'None yet.', 'None so far.', 'None have been recorded to date.', 'None (the work begins on Monday).', 'None — see the steps above.',
      'Nothing unexpected so far.', 'Nothing to report at this stage.', 'No surprises.', 'No surprises so far; add what comes up.',
      'No surprises during the move of the old pictures.', 'No surprises; the index was where the guide puts it.',
      'No unexpected failures were seen.', 'No decisions recorded yet.', 'No entries yet. They follow with the first step.',
      'No implementation work has started.', 'No work has been done yet.', 'Not started.', 'Not yet started; waits for the new disk.',
      'Not applicable.', 'Not written yet.', 'Not completed yet.', 'Not yet implemented. Update this after each milestone.',
      'TBD', 'Pending.', 'Pending review.', 'Pending final approval.', 'In progress.', 'Work in progress.', 'To be written.',
      'To be filled in as the work goes on.', 'To be completed after the last step.', 'Will be updated when a milestone ends.',
      '*(To be added at completion)*', 'None yet, but this will be updated.', 'WIP', '🚧 to come', 'Coming soon.', 'Ongoing.', 'Empty for now.', 'All as expected so far.', 'Nothing surprising so far.', 'Work has not started.', 'Leave empty until the end.', '— none yet —'],
    records: ['Later, the disk was busy for a minute.', 'Empty, the cache still takes 4 KB.', 'Ongoing, the import holds the lock.', 
      'Not written through: a cache that is killed loses its last second.', 'Not run on Windows, where paths are longer.',
      'Not yet supported by Safari: we ship the older format there.', 'Not done by hand any more.',
      'No unexpected reads came, but the disk was busy for a minute.', 'No surprises, except that the index takes 4 GB.',
      'None yet — however, the first import took an hour.', 'No work on the cache survives a restart.',
      'No entries are lost when the disk is full.', 'No decisions of the cache may depend on the clock.',
      'None of the pictures had a colour profile.', 'Nothing is cached below 4 KB.', 'Nothing unexpected, but two pictures are black.',
      'Pending requests starve the cache.', 'Work in progress files are picked up by the importer.',
      'To be written to the same disk, a picture needs its folder.', 'To be added by the importer: a checksum.',
      'Will be written twice when the disk is slow.', 'In progress uploads survive a restart.', 'N/A for icons, but photos need it.',
      'Todo lists were lost in the move.', 'Ongoing imports hold the lock.', 'Coming from the old cache, a picture has no colour.', 'Empty folders are kept.', 'All as expected, but the disk was busy.', 'Work has not started a new thread since 3.2: it waits for one.'],
  },
  zh: {
    nothing: ['暂无。', '无', '尚无重大发现。', '暂无意外发现', '尚未开始。', '尚未开始实施。', '未开始', '待定', '待实施后补充。', '完成后填写。', '目前没有。', '暫無', '尚無決策記錄', '进行中。', '还没有发现。', '目前还没有。', '施工中', '待實作後補上。'],
    records: ['暂无法连接到缓存：端口被占用。', '尚未写入磁盘的图片会丢失。', '未完成的任务在重启后重新执行。', '待更新的索引有三个。', '完成后更新索引需要两分钟。', '暂无意外，但磁盘忙了一分钟。', '没有索引时查询很慢。', '未开始在多处复制逻辑。', '进行中的任务在重启后丢失。', '还没有保存的图片会丢失。'],
  },
  ja: {
    nothing: ['なし。', '特になし', '現時点ではなし。', 'まだありません。', 'まだ着手していない。', '未実施', '未記入。完了後に更新する。', '実装後に追記する。', '未定', '作業中。', 'これから。', '特筆事項なし。'],
    records: ['まだ保存されていない画像は失われる。', '未完了のジョブは再起動後に再実行される。', '未実施のテストが二つある。', '特になし。ただし索引は4 GBになる。', '記入予定の項目が多すぎる。', '作業中のファイルが消える。', 'これから読む画像も対象になる。'],
  },
  ko: {
    nothing: ['없음.', '아직 없음', '아직 기록된 내용이 없습니다.', '아직 시작하지 않음.', '미정', '미작성', '해당 없음', '완료 후 작성 예정', '추후 기록', '진행 중', '작성 중입니다.'],
    records: ['아직 저장되지 않은 그림은 사라진다.', '미완료 작업이 다시 실행된다.', '없음으로 표시된 그림이 두 개 있다.', '완료 후 기록을 지우면 느려진다.', '아직 없음. 하지만 색인이 4 GB를 쓴다.', '진행 중인 작업이 다시 실행된다.'],
  },
  es: {
    nothing: ['Ninguna todavía.', 'Ninguno', 'Ninguna sorpresa hasta ahora.', 'Nada todavía.', 'Aún no hay.', 'Todavía no.', 'Sin sorpresas.', 'Sin empezar.', 'Pendiente.', 'Pendiente de completar.', 'Por definir.', 'Se completará al final.', 'Por escribir.', 'Nada que destacar.', 'Todavía no hay resultados.', 'Pendiente hasta terminar el trabajo.', 'En curso.'],
    records: ['Ninguna imagen se pierde.', 'Aún no se guarda en disco: la última se pierde.', 'Todavía no funciona con imágenes grandes.', 'Pendiente en cola, una imagen bloquea las demás.', 'Sin sorpresas, pero el disco va lento.', 'Sin decisiones del servidor no hay copia.', 'En curso de lectura, una imagen bloquea las demás.', 'Se completará con ceros la imagen que falte, según la prueba: tardó un minuto.'],
  },
  pt: {
    nothing: ['Nenhuma ainda.', 'Nenhum', 'Nenhuma surpresa até agora.', 'Nada ainda.', 'Ainda não iniciado.', 'Ainda nenhuma.', 'A preencher.', 'Pendente.', 'Sem surpresas.', 'A preencher no final.', 'Será preenchido ao final.', 'Ainda em andamento.', 'Ainda sem resultados.'],
    records: ['Nenhuma imagem se perde.', 'Ainda não grava no disco: a última se perde.', 'Pendente na fila, uma imagem bloqueia as outras.', 'Sem surpresas, mas o disco é lento.', 'Nada até 4 KB entra no cache.', 'Em andamento há leituras que bloqueiam as outras.'],
  },
  fr: {
    nothing: ["Aucune pour l'instant.", 'Aucun', 'Aucune surprise à ce jour.', "Rien pour l'instant.", 'Rien à signaler.', 'Pas encore.', 'Pas encore commencé.', 'Pas de surprise.', 'À compléter.', 'À compléter après la dernière étape.', 'Néant.', 'En attente.', 'À compléter à la fin.', 'Sera rempli au fur et à mesure.', 'En cours.', 'Aucune décision prise à ce stade.', 'Pas encore de résultats.'],
    records: ['Vide, le cache prend encore 4 Ko.', "Aucune image n'est perdue.", 'Pas encore écrit sur le disque : la dernière image est perdue.', 'Rien à lire sous 4 Ko.', "En attente d'écriture, une image bloque les autres.", 'Pas de surprise, mais le disque est lent.', 'Pas de découverte réseau sous Windows.', "En cours d'écriture, une image bloque les autres.", 'À suivre le journal, deux images manquent.'],
  },
  de: {
    nothing: ['Noch keine.', 'Keine', 'Noch nichts.', 'Noch keine Überraschungen.', 'Bisher keine Entscheidungen.', 'Derzeit keine bekannt.', 'Noch nicht begonnen.', 'Noch offen.', 'Offen.', 'Wird noch ergänzt.', 'Wird nach dem letzten Schritt ausgefüllt.', 'Bislang nichts.', 'Folgt.', 'Kommt noch.', 'Folgt nach Abschluss.', 'Noch in Arbeit.', 'Ausstehend.', 'Wird während der Umsetzung gepflegt.', 'Zu ergänzen.'],
    records: ['Leer, braucht der Cache immer noch 4 KB.', 'Noch nicht auf der Platte: das letzte Bild geht verloren.', 'Noch keine Sperre hielt länger als eine Sekunde.', 'Bisher nichts unter 4 KB gespeichert, das lohnt nicht.', 'Noch offene Dateien sperren den Import.', 'Noch keine, aber die Platte ist langsam.', 'Wird ergänzt um eine Prüfsumme.', 'Folgt man dem Protokoll, fehlen zwei Bilder.', 'In Arbeit befindliche Dateien sperren den Import.', 'Leere Ordner bleiben.'],
  },
  ru: {
    nothing: ['Пока нет.', 'Нет', 'Ещё нет.', 'Пока ничего.', 'Ещё не начато.', 'Не начато.', 'Сюрпризов пока нет.', 'Пока нет решений.', 'Будет заполнено позже.', 'Отсутствуют.', 'В работе.', 'Будет заполнено по завершении.', 'Заполняется в конце.', 'Нет на данный момент.'],
    records: ['Позже, когда диск занят, картинка теряется.', 'Ещё не записано на диск: последняя картинка теряется.', 'Пока не работает с большими картинками.', 'Отсутствует индекс, поэтому запрос медленный.', 'Не завершённые задачи начинаются снова.', 'Пока нет, но диск медленный.', 'Будет добавлен индекс: запрос медленный.', 'В работе с большими картинками диск медленный.', 'Ожидается ответ диска две минуты.'],
  },
};

describe('words that say that there is nothing yet', () => {
  for (const [language, { nothing, records }] of Object.entries(sentences))
    it(`are told from records in ${language}`, () => {
      assert.deepEqual(
        { nothing: nothing.filter((text) => !isNothing(text)), records: records.filter(isNothing) },
        { nothing: [], records: [] },
      );
    });

  it('are the same as an item, in emphasis and in brackets', () => {
    for (const text of ['- None yet.', '* *None yet.*', '1. (none yet)', '**None.**', '- [ ] TBD', '_To be filled in_'])
      assert.equal(isNothing(text), true, text);
  });

  it('are the same in two languages at once, and only where both say so', () => {
    for (const text of ['Нет / None', '- 暂无 / None yet.', 'Keine | none', 'Позже / Later'])
      assert.equal(isNothing(text), true, text);
    for (const text of ['None / 12 of 40 lost', 'Read / write locks', 'None of the disks / none of the rows'])
      assert.equal(isNothing(text), false, text);
  });

  it('are blanks that nobody has filled in', () => {
    for (const text of ['', '…', '...', '<what you found>', '{{finding}}', '(YYYY-MM-DD) …'])
      assert.equal(isNothing(text), true, text);
  });

  it('put it off, or say that there is none', () => {
    for (const text of ['TBD', 'Pending review.', 'To be written.', 'Not started.', '待定', 'Wird noch ergänzt.'])
      assert.equal(isPutOff(text), true, text);
    for (const text of ['None yet.', 'No surprises.', 'Nothing so far.', '暂无', 'なし', '없음', 'Keine', 'Пока нет.'])
      assert.equal(isPutOff(text), false, text);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateExists, readStamps } from '../../../core/plan/timestamp';
import { runs } from '../../support/sets';

const at = (iso: string) => Date.parse(iso);

describe('readStamps', () => {
  const exact: [string, string, string][] = [
    ['- [x] (2026-02-09 11:19Z) Text', '2026-02-09 11:19Z', '2026-02-09T11:19:00Z'],
    ['- [x] (2026-06-06T19:14Z) Text', '2026-06-06T19:14Z', '2026-06-06T19:14:00Z'],
    ['- [x] 2026-05-20T22:24:38Z Text', '2026-05-20T22:24:38Z', '2026-05-20T22:24:38Z'],
    ['- [x] (2026-08-03 11:06+09:00) Text', '2026-08-03 11:06+09:00', '2026-08-03T02:06:00Z'],
    ['- [x] (2026-08-03 11:06 -0330) Text', '2026-08-03 11:06 -0330', '2026-08-03T14:36:00Z'],
    ['- [x] (2026-03-24 21:34 EDT) Text', '2026-03-24 21:34 EDT', '2026-03-25T01:34:00Z'],
    ['- [x] 2026-05-20 14:20 JST: Text', '2026-05-20 14:20 JST', '2026-05-20T05:20:00Z'],
    ['- [x] (2026-07-28 13:40–14:28+09:00) Text', '2026-07-28 13:40–14:28+09:00', '2026-07-28T04:40:00Z'],
    ['- [x] (2026-07-28 13:40-14:28Z) Text', '2026-07-28 13:40-14:28Z', '2026-07-28T13:40:00Z'],
    ['- [x] (2026-07-28 13:40-04:00) Text', '2026-07-28 13:40-04:00', '2026-07-28T17:40:00Z'],
    ['- [x] (2026-04-29 22:04 -04:00) Text', '2026-04-29 22:04 -04:00', '2026-04-30T02:04:00Z'],
    ['- [x] (2026-02-09 11:19:05.250Z) Text', '2026-02-09 11:19:05.250Z', '2026-02-09T11:19:05Z'],
    ['- [x] (2026-02-09 11:19 UTC+8) Text', '2026-02-09 11:19 UTC+8', '2026-02-09T03:19:00Z'],
    ['- [x] (2026-02-09 11:19 GMT+05:30) Text', '2026-02-09 11:19 GMT+05:30', '2026-02-09T05:49:00Z'],
    ['- [x] (2026-02-09 11:19+08) Text', '2026-02-09 11:19+08', '2026-02-09T03:19:00Z'],
    ['- [x] (2026-02-09 11:19 (UTC)) Text', '2026-02-09 11:19 (UTC)', '2026-02-09T11:19:00Z'],
    ['- [x] 2026-02-09, 9:19Z: Text', '2026-02-09, 9:19Z', '2026-02-09T09:19:00Z'],
    ['- [x] (2026-02-09 ~11:19Z) Text', '2026-02-09 ~11:19Z', '2026-02-09T11:19:00Z'],
    ['- [x] (2026-03-24 21:34 BJT) Text', '2026-03-24 21:34 BJT', '2026-03-24T13:34:00Z'],
    ['- [x] (2026-03-24 21:34 CET) Text', '2026-03-24 21:34 CET', '2026-03-24T20:34:00Z'],
    ['- [x] (2026-03-24 21:34 ACDT) Text', '2026-03-24 21:34 ACDT', '2026-03-24T11:04:00Z'],
    ['- [x] (#12) (2026-02-09 11:19Z) Text', '2026-02-09 11:19Z', '2026-02-09T11:19:00Z'],
    ['- [x] Text (done 2026-02-09 11:19Z)', '2026-02-09 11:19Z', '2026-02-09T11:19:00Z'],
  ];
  for (const [line, text, iso] of exact)
    it(`${text} is one instant`, () => {
      const [stamp, ...others] = readStamps(line, 3);
      assert.equal(stamp?.text, text);
      assert.equal(line.slice(stamp.range.start.character, stamp.range.end.character), text);
      assert.equal(stamp.range.start.line, 3);
      assert.deepEqual(stamp.instant, { earliest: at(iso), latest: at(iso) });
      assert.deepEqual(others, []);
    });

  /** Other ways to write a time, each with the instant that it ends at. */
  const unusual: [string, string][] = [
    ['2026-02-09 1:19 PM UTC', '2026-02-09T13:19:00Z'],
    ['2026-02-09 12:30 am UTC', '2026-02-09T00:30:00Z'],
    ['2026-02-09 12:30 p.m. UTC', '2026-02-09T12:30:00Z'],
    ['2026-02-09 午後1:19 JST', '2026-02-09T04:19:00Z'],
    ['2026-02-09 13:19 UTC+5:30', '2026-02-09T07:49:00Z'],
    ['2026-02-09T13:19Z[UTC]', '2026-02-09T13:19:00Z'],
    ['2026-02-09T13:19:05.25+01:00[Europe/Berlin][u-ca=gregory]', '2026-02-09T12:19:05Z'],
    ['2026-02-09 1:19 p. m. UTC-5', '2026-02-09T18:19:00Z'],
    ['2026-02-09 13:19 (EST)', '2026-02-09T18:19:00Z'],
    ['2026-02-09T10:00Z--2026-02-09T11:00Z', '2026-02-09T11:00:00Z'],
    ['2026-02-09T10:00Z / 2026-02-09T11:00Z', '2026-02-09T11:00:00Z'],
    ['2026-02-09 13:19 GMT+5½', '2026-02-09T07:49:00Z'],
    ['2026-02-09 13:19 UTC + 9', '2026-02-09T04:19:00Z'],
    ['2026-02-09 13:19 +04', '2026-02-09T09:19:00Z'],
    ['2026-02-09 13:19 −05:00', '2026-02-09T18:19:00Z'],
    ['2026-02-09 13:19:05 +0000 UTC', '2026-02-09T13:19:05Z'],
    ['2026-02-09 13:19 America/Argentina/Buenos_Aires', '2026-02-09T16:19:00Z'],
    ['2026-07-09 13:19 Europe/Berlin', '2026-07-09T11:19:00Z'],
    ['2026-07-09 13:19 ET', '2026-07-09T17:19:00Z'],
    ['2026-02-09 10:00 → 11:00 UTC', '2026-02-09T11:00:00Z'],
    ['2026-02-09 10:00~11:00Z', '2026-02-09T11:00:00Z'],
    ['2026-02-09 23:00Z to 01:00Z', '2026-02-10T01:00:00Z'],
    ['2026-02-09T10:00Z/PT1H30M', '2026-02-09T11:30:00Z'],
    ['2026-02-09T10:00Z/2026-02-10T09:00Z', '2026-02-10T09:00:00Z'],
    ['2026-02-09 10:00-11:00 UTC', '2026-02-09T11:00:00Z'],
    ['2026-02-09 10:00 -0800 PST', '2026-02-09T18:00:00Z'],
    ['2026-02-09 10:00 bis 11:00 MEZ', '2026-02-09T10:00:00Z'],
    ['2026-02-09 10:00 à 11:00 UTC', '2026-02-09T11:00:00Z'],
    ['2026-02-09 10:00 hasta 11:00 UTC', '2026-02-09T11:00:00Z'],
    ['2026-02-09 10:00 до 11:00 MSK', '2026-02-09T08:00:00Z'],
    ['2026-02-09 10:00から11:00 JST', '2026-02-09T02:00:00Z'],
    ['2026-02-09T1019Z', '2026-02-09T10:19:00Z'],
    ['2026-02-09 at 10:19Z', '2026-02-09T10:19:00Z'],
    ['2026-02-09 Mon 10:19Z', '2026-02-09T10:19:00Z'],
    ['2026‑02‑09\u00A010:19\u202FUTC', '2026-02-09T10:19:00Z'],
    ['2569-02-09 10:19+07:00', '2026-02-09T03:19:00Z'],
    ['2026-02-09 23:59:60Z', '2026-02-10T00:00:00Z'],
    ['09.02.2026 11:19 MEZ', '2026-02-09T10:19:00Z'],
    ['9.2.2026, 11:19 Uhr MEZ', '2026-02-09T10:19:00Z'],
    ['09.02.2026 um 11:19–12:00 MEZ', '2026-02-09T11:00:00Z'],
    ['09.02.2026 14:19 МСК', '2026-02-09T11:19:00Z'],
    ['2026/02/09 11:19 JST', '2026-02-09T02:19:00Z'],
    ['2026/2/9 11:19Z', '2026-02-09T11:19:00Z'],
    ['2026年2月9日 11:19 JST', '2026-02-09T02:19:00Z'],
    ['2026年2月9日 午後1時19分 JST', '2026-02-09T04:19:00Z'],
    ['2026. 2. 9. 오후 1시 19분 KST', '2026-02-09T04:19:00Z'],
    ['2026년 2월 9일 11:19 KST', '2026-02-09T02:19:00Z'],
    ['Feb 9, 2026 11:19 AM EST', '2026-02-09T16:19:00Z'],
    ['February 9th, 2026 at 11:19 UTC', '2026-02-09T11:19:00Z'],
    ['9-Feb-2026 11:19Z', '2026-02-09T11:19:00Z'],
    ['9. März 2026 11:19Z', '2026-03-09T11:19:00Z'],
    ['9. Jänner 2026 11:19Z', '2026-01-09T11:19:00Z'],
    ['9 de febrero de 2026, 11:19Z', '2026-02-09T11:19:00Z'],
    ['9 février 2026 à 11h19 CET', '2026-02-09T10:19:00Z'],
    ['9 марта 2026 в 11:19Z', '2026-03-09T11:19:00Z'],
    ['13/02/2026 11:19Z', '2026-02-13T11:19:00Z'],
    ['02/13/2026 11:19 AM UTC', '2026-02-13T11:19:00Z'],
  ];
  for (const [text, iso] of unusual)
    it(`${text} is read as it is meant`, () => {
      const [stamp, ...others] = readStamps(`- [x] (${text}) Text`, 0);
      assert.deepEqual(others, []);
      assert.equal(stamp?.text, text);
      assert.deepEqual(stamp.end ?? stamp.instant, { earliest: at(iso), latest: at(iso) });
    });

  it('a date whose day may be its month, and figures that are no date, are none', () => {
    for (const line of [
      '(03/11/2026 11:19Z) Text',
      'since v2026.02.09 it is there',
      'see docs/2026/02/09/notes.md',
      'pkg-2026.02.09.tar.gz',
      'listens on 10.2.0.2026',
      '2026.13.45 is a build',
    ])
      assert.deepEqual(readStamps(line, 0), [], line);
  });

  it('a day that is in no calendar is one that does not exist, in whatever order it is written', () => {
    for (const text of ['31.02.2026', '2026/02/31', '31 February 2026']) {
      const [stamp] = readStamps(`- [x] ${text} Text`, 0);
      assert.equal(stamp?.instant, undefined, text);
      assert.equal(stamp && dateExists(stamp), false, text);
    }
  });

  it('stands in emphasis of any mark, but in no name of a file', () => {
    for (const line of ['_2026-02-09_: Text', '__2026-02-09__ Text', '*2026-02-09* Text'])
      assert.deepEqual(
        readStamps(line, 0).map(({ text }) => text),
        ['2026-02-09'],
        line,
      );
    for (const line of ['dump_2026-02-09 is there', '2026-02-09_dump is there', '2026-02-09__dump', 'a__2026-02-09'])
      assert.deepEqual(readStamps(line, 0), [], line);
  });

  it('where more of a time seems to follow, or an offset may be an end, every meaning is left open', () => {
    for (const text of ['2026-02-09 10:00-11:00', '2026-02-09 10:00 QQQ', '2026-02-09 10:00 − 5 Uhr']) {
      const [stamp] = readStamps(`- [x] (${text}) Text`, 0);
      assert.equal(stamp?.isWhole, false, text);
      assert.ok(stamp.instant && stamp.instant.latest - stamp.instant.earliest >= 26 * 3_600_000, text);
    }
    assert.equal(readStamps('2026-02-09T10:00-11:00', 0)[0]?.isWhole, true, 'ISO 8601 has no such range');
  });

  it('a stamp without zone is any instant that clocks of the earth show it at', () => {
    const [stamp] = readStamps('2026-02-09 11:19 - Text', 0);
    assert.deepEqual(stamp?.instant, { earliest: at('2026-02-08T21:19:00Z'), latest: at('2026-02-09T23:19:00Z') });
    assert.equal(stamp.zone.kind, 'none');
  });

  it('an ambiguous zone name never yields an instant of its own', () => {
    for (const name of ['CST', 'IST', 'BST']) {
      const [stamp] = readStamps(`(2026-02-09 11:19 ${name}) Text`, 0);
      assert.equal(stamp?.zone.kind, 'ambiguous');
      assert.notEqual(stamp.instant?.earliest, stamp.instant?.latest);
    }
  });

  it('an ambiguous zone name means what the user says it means, in summer and in winter', () => {
    const instantOf = (text: string, zones: Record<string, string>) =>
      readStamps(`(${text}) Text`, 0, 0, zones)[0]?.instant;
    const exactly = (iso: string) => ({ earliest: at(iso), latest: at(iso) });
    assert.deepEqual(instantOf('2026-02-09 11:19 CST', { CST: '+08:00' }), exactly('2026-02-09T03:19:00Z'));
    assert.deepEqual(instantOf('2026-02-09 11:19 CST', { CST: 'Asia/Shanghai' }), exactly('2026-02-09T03:19:00Z'));
    assert.deepEqual(instantOf('2026-02-09 11:19 BST', { BST: 'Europe/London' }), exactly('2026-02-09T11:19:00Z'));
    assert.deepEqual(instantOf('2026-07-09 11:19 BST', { BST: 'Europe/London' }), exactly('2026-07-09T10:19:00Z'));
    assert.deepEqual(instantOf('2026-02-09 11:19 XYZ', { XYZ: '-0330' }), exactly('2026-02-09T14:49:00Z'));
    const [stamp] = readStamps('(2026-02-09 11:19 CST) Text', 0, 0, { CST: '+08:00' });
    assert.equal(stamp?.zone.kind, 'ambiguous', 'others who read it do not know');
  });

  it('a range of times ends at a time of its own, on the next day if need be', () => {
    const endOf = (text: string) => readStamps(text, 0)[0]?.end;
    const exactly = (iso: string) => ({ earliest: at(iso), latest: at(iso) });
    assert.deepEqual(endOf('(2026-07-28 13:40–14:28+09:00)'), exactly('2026-07-28T05:28:00Z'));
    assert.deepEqual(endOf('(2026-07-28 23:40-00:28Z)'), exactly('2026-07-29T00:28:00Z'));
    assert.equal(endOf('(2026-07-28 13:40Z)'), undefined);
    assert.equal(endOf('(2026-07-28 13:40–25:28Z)'), undefined);
  });

  it('a hyphen is a range where no such offset exists, and blanks around it do not matter', () => {
    const read = (text: string) => {
      const [stamp] = readStamps(`(${text}) Text`, 0);
      return [stamp?.text, stamp?.zone.kind, stamp?.end && stamp.end.latest - (stamp.instant?.latest ?? 0)];
    };
    const minutes = (count: number) => count * 60_000;
    assert.deepEqual(read('2026-07-28 13:40-14:28'), ['2026-07-28 13:40-14:28', 'none', minutes(48)]);
    assert.deepEqual(read('2026-07-28 13:40 - 14:28Z'), ['2026-07-28 13:40 - 14:28Z', 'offset', minutes(48)]);
    assert.deepEqual(read('2026-07-28 13:40Z–14:28Z'), ['2026-07-28 13:40Z–14:28Z', 'offset', minutes(48)]);
    assert.deepEqual(read('2026-07-28 13:40+99:99'), ['2026-07-28 13:40', 'none', undefined]);
  });

  it('a range of dates is one stamp, with an end', () => {
    const texts = (line: string) => readStamps(line, 0).map(({ text }) => text);
    assert.deepEqual(texts('(2026-06-30/2026-07-01) Text'), ['2026-06-30/2026-07-01']);
    assert.deepEqual(texts('(2026-06-30–2026-07-01) Text'), ['2026-06-30–2026-07-01']);
    assert.deepEqual(texts('(2026-06-30/x) Text'), []);
  });

  it('a word behind the time is no zone', () => {
    assert.equal(readStamps('2026-02-09 11:19 DONE with it', 0)[0]?.text, '2026-02-09 11:19');
    assert.equal(readStamps('2026-02-09 11:19 Zebra', 0)[0]?.text, '2026-02-09 11:19');
  });

  it('a date has the precision of a date', () => {
    const [stamp] = readStamps('(2026-02-07) Text', 0);
    assert.equal(stamp?.precision, 'date');
    assert.equal(readStamps('(done 2026-07-24)', 0).length, 1);
    assert.equal(readStamps('2026-07-07: Text', 0).length, 1);
    assert.equal(readStamps('(2026-06-06 / **text**)', 0)[0]?.text, '2026-06-06');
  });

  it('a date in a path, a file name or an identifier is none', () => {
    for (const text of [
      'docs/2026-02-09-slug.md',
      'see 2026-02-09-slug.md',
      'plans/2026-02-09.md',
      'v2026-02-09',
      'id-2026-02-09',
      '12026-02-09',
      '2026-02-091',
    ])
      assert.deepEqual(readStamps(text, 0), [], text);
  });

  it('a date or time that does not exist has no instant', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2026-02-29 10:00Z', '2026-02-09 24:30Z', '2026-02-09 11:60Z']) {
      const [stamp] = readStamps(`(${text}) Text`, 0);
      assert.equal(stamp?.text, text);
      assert.equal(stamp.instant, undefined, text);
    }
    assert.equal(dateExists(readStamps('2026-02-30 10:00Z', 0)[0] as never), false);
    assert.equal(dateExists(readStamps('2026-02-09 25:00Z', 0)[0] as never), true);
  });

  it('reads the plainest shape as it reads all others', () => {
    // Who says what Z means has each stamp read by the pattern.
    const said = { Z: 'UTC' };
    const part = fc.constantFrom(
      '(',
      ')',
      ' ',
      '-',
      '–',
      '[',
      'x',
      '1',
      'UTC',
      '2026-02-09 11:19Z',
      '2026-02-30 25:61Z',
      '0099-12-31 24:00Z',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const line = parts.join('');
        assert.deepEqual(readStamps(line, 3), readStamps(line, 3, 0, said));
      }),
      { numRuns: runs(3000) },
    );
  });
});

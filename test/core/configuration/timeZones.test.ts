import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readZone, resolveTimeZone } from '../../../core/configuration/timeZones';

describe('a zone of the settings', () => {
  it('is an offset, however it is written, or a name of the time zone database', () => {
    const read: [text: string, zone: string][] = [
      ['+08:00', '+08:00'],
      ['+0530', '+05:30'],
      ['-3', '-03:00'],
      ['UTC+8', '+08:00'],
      ['utc+5:30', '+05:30'],
      ['GMT -3', '-03:00'],
      ['UTC−03:30', '-03:30'],
      ['UTC', 'UTC'],
      ['z', 'UTC'],
      ['GMT', 'UTC'],
      [' Europe/Berlin ', 'Europe/Berlin'],
      ['Etc/GMT+5', 'Etc/GMT+5'],
      ['Japan', 'Japan'],
      ['CET', 'CET'],
      ['JST', '+09:00'],
      ['PST', '-08:00'],
      ['NPT', '+05:45'],
    ];
    for (const [text, zone] of read) assert.deepEqual(readZone(text), { zone }, text);
  });

  it('is refused where it means several, and where nobody knows it', () => {
    for (const text of ['CST', 'IST', 'bst', 'AST', 'ECT'])
      assert.deepEqual(readZone(text), {
        refused: `"${text}" means several zones: write an offset, or a name as Asia/Shanghai`,
      });
    // `ART` and `SST` are old names of single zones to Intl, and mean others to people.
    for (const text of ['Mars/Phobos', 'ART', 'SST', 'XYZ', '', '+15', '+8:75', 'Europe/Berlin+02:00', 'Foo+08', '8'])
      assert.deepEqual(
        readZone(text),
        { refused: `"${text}" is no known zone: write an offset, or a name as Asia/Shanghai` },
        text,
      );
  });

  it("is the reader's where it is local, and UTC where it is none", () => {
    assert.equal(resolveTimeZone('local', 'Asia/Tokyo'), 'Asia/Tokyo');
    assert.equal(resolveTimeZone('utc', 'Asia/Tokyo'), 'UTC');
    assert.equal(resolveTimeZone('UTC+2', 'Asia/Tokyo'), '+02:00');
    assert.equal(resolveTimeZone('Mars/Phobos', 'Asia/Tokyo'), 'UTC');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { withEntities } from '../../../core/text/entities';

const { unescapeAll } = new MarkdownIt().utils;

describe('withEntities', () => {
  it('knows what people write by name, as Markdown does', () => {
    const names =
      'amp lt gt quot apos nbsp shy sect copy reg deg plusmn frac12 para middot times divide auml Ouml szlig eacute ' +
      'ccedil ntilde aring oslash AElig yuml ndash mdash hellip bull euro trade lsquo rsquo sbquo ldquo rdquo bdquo ' +
      'lsaquo rsaquo laquo raquo larr rarr uarr darr harr rArr le ge ne OElig oelig Scaron scaron check ensp emsp';
    for (const entity of names.split(' ').map((name) => `&${name};`)) {
      assert.equal(withEntities(entity), unescapeAll(entity), entity);
      assert.notEqual(withEntities(entity), entity, entity);
    }
  });

  it('knows characters by number', () => {
    for (const entity of [
      '&#38;',
      '&#x26;',
      '&#X1F600;',
      '&#128512;',
      '&#0;',
      '&#11;',
      '&#x80;',
      '&#xD800;',
      '&#x110000;',
    ])
      assert.equal(withEntities(`R${entity}D`), unescapeAll(`R${entity}D`), entity);
    assert.equal(withEntities('&#x1F600;'), '😀');
  });

  it('leaves alone what is no entity', () => {
    for (const text of ['R&D', 'a & b;', '&nosuchname;', '&amp', '&#xyz;', '\\&amp', '&toString;'])
      assert.equal(withEntities(text), text);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Analyzer } from '../../core/check';
import { fixAll } from '../../core/fixAll';
import { parseDocument } from '../../core/plan/parse';
import { defaultReading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import type { Rule } from '../../core/rules/rule';
import { utc as clock } from '../support/fixes';
import { defaultOptions, now } from '../support/lint';
import { fixtures } from '../support/root';
import { slowIt } from '../support/sets';

const analyzerOf = (used: readonly Rule[]): Analyzer => ({
  readingOf: () => defaultReading,
  rulesOf: () => ({ ...defaultOptions, profile: 'cookbook' }),
  existenceOf: () => undefined,
  now: () => now,
  rules: used,
  onError: defaultOptions.onError,
});
const fixed = (text: string, used = rules) => fixAll(text, 'file:///plan.md', analyzerOf(used), clock);

const plan = (...more: string[]) =>
  [
    '# Plan',
    '',
    '## Purpose / Big Picture',
    '',
    'Text.',
    '',
    '## Progress',
    '',
    '- [ ] One',
    '',
    '## Surprises & Discoveries',
    '',
    'None yet.',
    '',
    '## Decision Log',
    '',
    'None yet.',
    '',
    ...more,
  ].join('\n');

describe('fixAll', () => {
  it('adds what is missing once', () => {
    const text = fixed(plan());
    assert.equal(text.match(/^## Outcomes & Retrospective$/gm)?.length, 1);
    assert.equal(fixed(text), text);
  });

  it('mends the names of all sections that have typos, and adds none of them again, in whatever language', () => {
    const typos = plan('## Outcomes & Retrospctive', '', 'None yet.', '')
      .replace('Big Picture', 'Big Pitcure')
      .replace('## Progress', '## Progres')
      .replace('Surprises & Discoveries', 'Suprises & Discoverys')
      .replace('Decision Log', 'Descision Log');
    const text = fixed(typos);
    // "Progres" is French as it stands.
    for (const name of ['Purpose / Big Picture', 'Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'])
      assert.equal(text.split(`\n## ${name}\n`).length, 2, name);
    assert.doesNotMatch(text, /Surprises et|Journal/);
    assert.equal(fixed(text), text);
  });

  it('adds what is missing beside a heading that tells what is wanted, and not beside one that may be the section', () => {
    const added = (heading: string) =>
      /^## Outcomes & Retrospective$/m.test(fixed(plan(heading, '', 'Pages load at once.', '')));
    for (const heading of ['User-visible outcome', '1. Purpose and user outcome', 'Expected outcomes', '预期成果'])
      assert.ok(added(`## ${heading}`), heading);
    assert.ok(!added('## Outcomes of the work in week 7'));
  });

  it('adds nothing where it would not be read: into what is not closed', () => {
    for (const opening of ['<!-- notes', '<script>', '<pre>', '<style>', '<?php', '<![CDATA[', '```md', '~~~'])
      for (const end of ['', '\n']) {
        const text = plan(opening + end);
        const after = fixed(text);
        assert.equal(fixed(after), after, opening);
        assert.ok((after.match(/Outcomes/g)?.length ?? 0) <= 1, opening);
      }
    assert.equal(fixed(plan('<!-- notes')), plan('<!-- notes'));
  });

  it('makes the fixes that hold where others do not', () => {
    const text = plan('<!-- notes').replace('- [ ] One', '- [ ] One\n- [ x] Two');
    assert.equal(fixed(text), text.replace('[ x]', '[x]'));
  });

  it('adds no section that an open fence at the end of an md envelope has taken', () => {
    const body = plan('').replace('## Progress', '## Context and Orientation\n\n```text\nsrc/\n\n## Progress');
    const text = `\`\`\`\`\`\`md\n${body.replace('# Plan', '# ExecPlan: Move the queue')}\`\`\`\`\`\`\n`;
    assert.equal(parseDocument(text).plans.length, 1);
    assert.equal(fixed(text).match(/^## Progress$/gm)?.length, 1);
  });

  it('writes no step that nobody thought of into a Progress that it adds', () => {
    const text = fixed(
      plan('## Outcomes & Retrospective', '', 'None yet.').replace(/## Progress\n\n- \[ \] One\n\n/, ''),
    );
    assert.match(text, /^## Progress\n\nNone yet\.\n/m);
    assert.equal(parseDocument(text).plans[0]?.steps.length, 0);
  });

  it('makes other fixes where the edits of one overlap', () => {
    const overlapping: Rule = {
      ...(rules[0] as Rule),
      id: 'overlapping' as Rule['id'],
      severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
      *check({ range }) {
        const part = (start: number, end: number) => ({
          start: { line: 4, character: start },
          end: { line: 4, character: end },
        });
        const edits = [part(0, 3), part(2, 5)].map((range) => ({ range, template: ['Text.'] }));
        yield { range, message: 'overlaps', fixes: () => [{ title: 'overlap', safe: true, edits }] };
      },
    };
    const text = plan('## Outcomes & Retrospective', '', 'None yet.').replace('- [ ] One', '- [ ] One\n- [ x] Two');
    assert.equal(fixed(text, [overlapping, ...rules]), fixed(text));
    assert.notEqual(fixed(text), text);
  });

  it('ends, and changes nothing, where fixes undo each other', () => {
    const swap = (id: string, from: string, to: string): Rule => ({
      ...(rules[0] as Rule),
      id: id as Rule['id'],
      severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
      *check({ range }, { text }) {
        const line = text.lines.indexOf(from);
        if (line < 0) return;
        const whole = { start: { line, character: 0 }, end: { line, character: from.length } };
        yield {
          range,
          message: from,
          fixes: () => [{ title: to, safe: true, edits: [{ range: whole, template: [to] }] }],
        };
      },
    });
    const text = plan();
    assert.equal(fixed(text, [swap('a', 'Text.', 'Text!'), swap('b', 'Text!', 'Text.')]), text);
    assert.notEqual(fixed(text, [swap('a', 'Text.', 'Text!')]), text, 'the stand-in rules do something');
    assert.equal(fixed(text, [swap('a', 'Text.', 'Texts.')]), text.replace('Text.', 'Texts.'), 'more words');
    assert.equal(fixed(text, [swap('a', 'Text.', 'Tex.')]), text, 'a word is gone');
    assert.equal(fixed(text, [swap('a', 'Text.', 'Text.\n\n<!--')]), text, 'a step is not read any more');
  });

  slowIt(
    'changes nothing when it comes again, and loses no step, over all fixtures with something left open at their end',
    () => {
      const folder = new URL('rules/', fixtures);
      for (const name of readdirSync(folder)) {
        const text = readFileSync(new URL(name, folder), 'utf8');
        for (const more of ['', '\n<!-- open', '\n  ```\n- []\n']) {
          const after = fixed(text + more);
          assert.equal(fixed(after), after, name + more);
          const words = (each: string) =>
            parseDocument(each, defaultReading).plans.flatMap(({ steps }) => steps.map((step) => step.text));
          const present = words(after);
          for (const step of words(text + more)) assert.ok(present.includes(step), name + more);
        }
      }
    },
  );
});

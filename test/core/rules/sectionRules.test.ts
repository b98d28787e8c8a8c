import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, reportOf } from '../../support/lint';

/** A plan with some sections, each with one line. */
function planWith(...headings: string[]): string {
  const body = (heading: string) => (heading === 'Progress' ? '- [ ] Add the table' : 'Some words.');
  return ['# Title', '', ...headings.flatMap((heading) => [`## ${heading}`, '', body(heading), ''])].join('\n');
}

const living = ['Progress', 'Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'];
const messagesOf = (id: string, text: string, profile: 'recommended' | 'cookbook') =>
  findingsOf(id, text, { profile }).map(({ message }) => message);

describe('rules that take the format by its letter in the profile cookbook', () => {
  it('section-heading: every other name than the canonical one, once where most are others', () => {
    const some = planWith('Purpose', ...living, 'Context and orientation', 'Milestones');
    assert.deepEqual(messagesOf('section-heading', some, 'recommended'), []);
    assert.deepEqual(messagesOf('section-heading', some, 'cookbook'), [
      'Heading "Purpose" should be "Purpose / Big Picture"',
      'Heading "Context and orientation" should be "Context and Orientation"',
      'Heading "Milestones" should be "Plan of Work"',
    ]);
    const most = planWith('目的', '进度', '意外与发现', '决策记录');
    assert.deepEqual(messagesOf('section-heading', most, 'recommended'), []);
    assert.deepEqual(messagesOf('section-heading', most, 'cookbook'), [
      "None of the 4 sections has the format's own name",
    ]);
  });

  it('section-heading: both names of a section with two roles', () => {
    assert.deepEqual(
      messagesOf(
        'section-heading',
        planWith('Progress', 'Context and Orientation', 'Discoveries and decisions'),
        'cookbook',
      ),
      ['Split "Discoveries and decisions" into "Surprises & Discoveries" and "Decision Log"'],
    );
  });

  it('missing-section: also in a plan with an outline of its own', () => {
    const own = planWith('Purpose', ...living, 'Scope', 'Requirements');
    assert.deepEqual(messagesOf('missing-section', own, 'recommended'), []);
    const [finding] = findingsOf('missing-section', own, { profile: 'cookbook' });
    assert.equal(finding?.message, 'Sections "Context and Orientation", "Plan of Work" and 5 more are missing');
    const all = finding.related?.map(({ message }) => message);
    assert.equal(all?.length, 7);
    assert.equal(all[2], 'Section "Concrete Steps" is missing');
  });

  it('duplicate-section: also under another name', () => {
    const text = planWith('Purpose', 'Decisions', ...living);
    assert.deepEqual(messagesOf('duplicate-section', text, 'recommended'), []);
    assert.deepEqual(messagesOf('duplicate-section', text, 'cookbook'), [
      '"Decision Log" is a second "Decisions": merge the two',
    ]);
  });

  it('empty-section: also before the work begins', () => {
    const text = planWith('Purpose', ...living).replace('## Decision Log\n\nSome words.\n', '## Decision Log\n');
    assert.deepEqual(messagesOf('empty-section', text, 'recommended'), []);
    assert.equal(messagesOf('empty-section', text, 'cookbook').length, 1);
  });
});

describe('section-order', () => {
  it('is one finding for sections that were moved together', () => {
    const [finding, ...others] = findingsOf(
      'section-order',
      planWith(
        'Purpose',
        'Context and Orientation',
        'Plan of Work',
        'Concrete Steps',
        'Validation and Acceptance',
        ...living,
      ),
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Progress" should come before "Context and Orientation"');
    assert.equal(finding.related?.length, 3);
  });
});

describe('what a fence takes is not missing', () => {
  it('missing-living-section and missing-section yield to unclosed-fence', () => {
    const text = `${planWith('Purpose', 'Progress', 'Decision Log')}\n## Context\n\n\`\`\`sh\nmake\n\n## Outcomes & Retrospective\n\nNone.\n`;
    const ids = ['missing-living-section', 'unclosed-fence'];
    const levels = Object.fromEntries(ids.map((id) => [id, 'warning' as const]));
    assert.equal(findingsOf('missing-living-section', text).length, 2);
    assert.deepEqual(
      reportOf(text, { levels, profile: 'minimal' }).findings.map(({ rule }) => rule.id),
      ['unclosed-fence'],
    );
  });
});

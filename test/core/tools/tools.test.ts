import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Ajv from 'ajv';
import { tools } from '../../../core/tools/list';
import { inputSchema } from '../../../core/tools/schema';
import { mcpFolder } from '../../support/mcpPlans';
import type { PlanFolder } from '../../support/planFolder';
import { planOf20 } from '../../support/planOf20';
import { type Answered, callIn } from '../../support/toolHost';

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const outputs = new Map(tools.map(({ name, output }) => [name, ajv.compile(output)]));

describe("agents' tools", () => {
  let folder: PlanFolder;
  /** Calls one, and holds its answer to the schema of its output. */
  const call = async (name: string, input: object = {}): Promise<Answered> => {
    const answer = await callIn(folder, name, input, 'probe');
    const validate = outputs.get(name);
    if (validate) assert.ok(validate(answer.data), JSON.stringify(validate.errors));
    return answer;
  };
  const identity = async () => (await call('plan_next')).data.identity as string;

  beforeEach(() => {
    folder = mcpFolder();
  });
  afterEach(() => folder.remove());

  it('take no time, whatever it is called', () => {
    for (const { name, params } of tools) {
      const schema = inputSchema(params);
      assert.equal(schema.additionalProperties, false);
      for (const key of Object.keys(params)) assert.doesNotMatch(key, /time|date|stamp|when|clock/i, name);
      ajv.compile(schema);
    }
  });

  it('answer all with the identity of the text, in data and in words', async () => {
    for (const name of ['plan_status', 'plan_next', 'plan_check']) {
      const { data, text } = await call(name);
      assert.match(data.identity ?? '', /^h[0-9a-f]{16}$/);
      assert.ok(text.endsWith(`\nidentity ${data.identity}`), text);
    }
    assert.match((await call('plan_list')).text, /identity h[0-9a-f]{16}$/);
    assert.match((await call('plan_handoff', { phase: 'verify' })).text, /with a fresh eye/);
  });

  it('list the plans that were worked on last before all others, and say how to get at the rest', async () => {
    for (let i = 0; i < 45; i++)
      folder.write(
        `plans/more-${i}.md`,
        planOf20(`Plan ${i}`).replace('- [ ] M1', `- [x] (2026-01-${String((i % 28) + 1).padStart(2, '0')} 10:00Z) M1`),
      );
    const { data, text } = await call('plan_list');
    const days = (data.plans ?? []).map(({ lastRecorded }) => lastRecorded ?? '');
    assert.equal(days.length, 46);
    assert.deepEqual(days, [...days].sort().reverse());
    assert.match(text.split('\n')[0] ?? '', /^plans\/more-27\.md:1 /);
    assert.match(text, /\n… and 6 more: call it with from: 41$/);
    const rest = await call('plan_list', { from: 41 });
    assert.deepEqual(rest.data.plans, data.plans?.slice(40));
    assert.doesNotMatch(rest.text, /call it with/);
    assert.equal((await call('plan_list', { from: 47 })).text, 'There are 46 plans.');
  });

  it('write one line for a tick, and say how the plan stands', async () => {
    const { text } = await call('plan_tick', { identity: await identity(), step: 'table of part 1' });
    assert.match(
      text,
      /^plans\/cache\.md:11\n- - \[ \] M1: make the table of part 1, number 1\.\n\+ - \[x\] \(2026-02-09 11:19Z\) M1: make the table of part 1, number 1\.\n1 of 20 done; next plans\/cache\.md:12 {2}M1: make the queue/,
    );
  });

  it('say what the rules find since the change, and nothing of before', async () => {
    folder.write('plans/cache.md', folder.read('plans/cache.md').replace('## Validation and Acceptance', '## Notes'));
    const input = { identity: await identity(), kind: 'step', text: 'M1: make the header of part 1, number 5.' };
    const { data } = await call('plan_add', input);
    assert.deepEqual(
      data.findings?.map(({ rule }) => rule),
      ['duplicate-step'],
    );
    const again = await call('plan_add', { identity: data.identity, kind: 'step', text: 'Measure the page' });
    assert.deepEqual(again.data.findings, []);
    const decided = await call('plan_add', { identity: again.data.identity, kind: 'decision', text: 'Keep two sizes' });
    assert.deepEqual(
      decided.data.findings?.map(({ rule }) => rule),
      ['decision-without-rationale'],
    );
  });

  it('refuse a time at the beginning or the end of what is written', async () => {
    const hash = await identity();
    for (const text of [
      '2026-02-09 10:45Z Found it',
      '(2026-02-09) Found it',
      '2026-02-09: found it',
      '10:45 found it',
      'Found it (2026-02-09 10:45Z)',
      'Found it at 10:45 UTC',
      '2026年2月9日：发现了',
      '（2026-02-09 10:45Z）发现了',
      '**2026-02-09:** found it',
      '发现了（10:45）。',
    ]) {
      const { data, isRefused } = await call('plan_add', {
        identity: hash,
        kind: 'surprise',
        text,
        evidence: 'a.ts:3',
      });
      assert.ok(isRefused, text);
      assert.equal(data.message, 'Leave the time out of "text", it is added.');
    }
    for (const author of ['2026-02-09, Ada', 'Ada (10:45Z)']) {
      const { data } = await call('plan_add', { identity: hash, kind: 'decision', text: 'a', rationale: 'b', author });
      assert.equal(data.message, 'Leave the time out of "author", it is added.');
    }
    for (const text of [
      'Found it in the log of 2026-02-09',
      '`2026-02-09:` is what it prints',
      'Sizes are 16:9',
      'At 100 requests it fails',
    ])
      assert.ok(
        !(await call('plan_add', { identity: await identity(), kind: 'surprise', text, evidence: '10:45 lost' }))
          .isRefused,
        text,
      );
  });

  it('name what would work, in each refusal', async () => {
    const hash = await identity();
    const cases: [string, object, RegExp][] = [
      ['plan_tick', { step: 'x' }, /^"identity" is missing/],
      ['plan_tick', { identity: hash, step: 3 }, /^"step" has to be a text of at most 4000 characters/],
      ['plan_tick', { identity: hash, step: 'x', time: '10:45' }, /^Leave "time" out: no tool takes a time/],
      [
        'plan_tick',
        { identity: hash, step: 'x', plan: 'a' },
        /^plan_tick takes no "plan", it takes file\?, identity, step, /,
      ],
      ['plan_tick', { identity: hash, step: 'of part 1' }, /^5 steps match "of part 1"\. Say more of its words/],
      [
        'plan_tick',
        { identity: hash, step: 'the moon' },
        /^No step matches "the moon"\. Say words of one of these steps/,
      ],
      [
        'plan_tick',
        { identity: hash, step: 'part', milestone: '9' },
        /^There is no milestone 9\. Say the number of one/,
      ],
      ['plan_partial', { identity: hash, step: 'table of part 1' }, /^"completed" is missing/],
      [
        'plan_add',
        { identity: hash, kind: 'wish', text: 'a' },
        /^"kind" has to be one of step, surprise, decision, outcome/,
      ],
      ['plan_add', { identity: hash, kind: 'step', text: 'a', rationale: 'b' }, /^"rationale" says nothing of this/],
      ['plan_status', { file: 'plans/none.md' }, /^There is no file "plans\/none\.md"; plans are in these\./],
      ['plan_status', { file: '../../etc/passwd' }, /^That lies outside of what this server may look at/],
      ['plan_new', { title: 'A', file: 'plans/cache.md' }, /^Something is there already; say another file\./],
      ['plan_new', { title: 'A', file: '.git/a.md' }, /^"file" has to end in \.md/],
      ['plan_erase', {}, /^There is no tool "plan_erase"; there are plan_list, /],
    ];
    for (const [name, input, message] of cases) {
      const { data, isRefused } = await call(name, input);
      assert.ok(isRefused, JSON.stringify([name, input, data]));
      assert.match(data.message ?? '', message);
    }
  });

  it('go on from a refusal in one more call: it has the present state', async () => {
    const first = await identity();
    await call('plan_tick', { identity: first, step: 'table of part 1' });
    const { data } = await call('plan_tick', { identity: first, step: 'queue of part 1' });
    assert.equal(data.refused, 'moved');
    assert.equal(data.plans?.[0]?.figures.done, 1);
    assert.deepEqual(
      data.candidates?.map(({ text, state }) => [text, state]),
      [['M1: make the queue of part 1, number 2.', 'open']],
    );
    assert.ok(!(await call('plan_tick', { identity: data.identity, step: 'queue of part 1' })).isRefused);
  });

  it('leave out what is null or empty, as models write it', async () => {
    const input = { file: null, identity: await identity(), step: 'table of part 1', milestone: '', remainder: null };
    assert.ok(!(await call('plan_tick', input)).isRefused);
  });
});

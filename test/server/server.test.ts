import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction, DocumentSymbol, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Refusal } from '../../core/actions/refusal';
import { rules } from '../../core/rules/list';
import type { Rule } from '../../core/rules/rule';
import { identityOfText } from '../../core/text/identity';
import { absentClientModules } from '../../scripts/build/standIns';
import {
  type HandoffParams,
  handoffRequest,
  type PlanEditParams,
  type PlanEditRefusal,
  type PlanEditResult,
  planEditRequest,
  planFileRequest,
  symbolKinds,
  timeZoneNotification,
} from '../../server/src/protocol';
import { type ClientOptions, fewRules, TestClient } from '../support/client';
import { TestClock } from '../support/clock';
import { inPlan } from '../support/lint';

const uri = 'file:///plans/plan.md';
const text = `# Serve thumbnails from a cache

## Purpose / Big Picture

Pages load at once.

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the cache table
- [x] M1: Fill it
- [ ] M2: Serve from it
  - [ ] nested
- [~] Purge it (completed: rows; remaining: files)

## Surprises & Discoveries

- (2026-02-09 12:00Z) The thumbTable grows fast.

## Outcomes & Retrospective

None yet.

## Plan of Work

### Milestone 1: The table

Add it, and test it.

### Milestone 2: Serving

Serve from it, and test that. If it fails, revert it.
`;
const cursor = (line: number, character = 0) => ({ start: { line, character }, end: { line, character } });

describe('server', () => {
  let client: TestClient;
  const started = async (options?: ClientOptions) => {
    client = await TestClient.start(options);
    return client;
  };
  afterEach(() => client.stop());

  it('publishes findings with severity, source, code and the page of the rule, for the very version', async () => {
    await (await started()).open(uri, text, 7);
    const { version, diagnostics } = await client.diagnostics.take();
    assert.equal(version, 7);
    assert.deepEqual(diagnostics, [
      {
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 31 } },
        message: 'Section "Decision Log" is missing',
        severity: 2,
        source: 'execplan',
        code: 'missing-living-section',
        codeDescription: { href: 'file:///docs/rules/missing-living-section.md' },
      },
      {
        range: { start: { line: 9, character: 2 }, end: { line: 9, character: 5 } },
        message: 'This done step has no timestamp',
        severity: 2,
        source: 'execplan',
        code: 'done-without-timestamp',
        codeDescription: { href: 'file:///docs/rules/done-without-timestamp.md' },
      },
    ]);
  });

  it('publishes again after each change, and clears when the document is closed', async () => {
    await (await started()).open(uri, text);
    await client.diagnostics.take();
    await client.change(uri, 2, {
      range: { start: { line: 9, character: 6 }, end: { line: 9, character: 6 } },
      text: '(2026-02-09) ',
    });
    const { version, diagnostics } = await client.diagnostics.take();
    assert.deepEqual([version, diagnostics.map(({ code }) => code)], [2, ['missing-living-section']]);
    await client.close(uri);
    assert.deepEqual((await client.diagnostics.take()).diagnostics, []);
  });

  it('waits for a pause in typing where the last analysis was dear', async () => {
    let now = Date.parse('2026-03-01T09:30:15Z');
    let waiting: { milliseconds: number; callback: () => void }[] = [];
    const environment: ClientOptions['environment'] = {
      now: () => {
        now += 30;
        return now;
      },
      later: (milliseconds, callback) => {
        const one = { milliseconds, callback };
        waiting.push(one);
        return {
          dispose: () => {
            waiting = waiting.filter((each) => each !== one);
          },
        };
      },
    };
    await (await started({ environment })).open(uri, text);
    assert.equal((await client.diagnostics.take()).version, 1);
    const typed = (version: number) => client.change(uri, version, { range: cursor(9, 6), text: '(2026-02-09) ' });
    await typed(2);
    await typed(3);
    // An answer to a request is about the present text all the same.
    assert.equal(
      (await client.actions(uri, cursor(9))).some(({ title }) => title.startsWith('Stamp')),
      false,
    );
    assert.deepEqual([client.diagnostics.size, waiting.map(({ milliseconds }) => milliseconds)], [0, [120]]);
    waiting[0]?.callback();
    assert.equal((await client.diagnostics.take()).version, 3);
  });

  it('says nothing of a guide and of other Markdown', async () => {
    await (await started()).open(uri, '# Notes\n\n- [x] Done\n');
    assert.deepEqual((await client.diagnostics.take()).diagnostics, []);
  });

  it('offers a fix for each finding, as a versioned edit that works', async () => {
    await (await started()).open(uri, text, 3);
    const actions = await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 13, character: 0 } }, [
      'quickfix',
    ]);
    assert.deepEqual(
      actions.map(({ title, isPreferred, diagnostics }) => [title, isPreferred, diagnostics?.length]),
      [
        ['Add section "Decision Log"', true, 1],
        ['Stamp with the current time (2026-03-01 09:30Z)', undefined, 1],
        ['Suppress "missing-living-section" on this line', undefined, 1],
        ['Suppress "done-without-timestamp" on this line', undefined, 1],
        ['Suppress "missing-living-section" in this plan', undefined, 1],
        ['Suppress "done-without-timestamp" in this plan', undefined, 1],
      ],
    );
    assert.match(applied(actions[0]), /grows fast\.\n\n## Decision Log\n\nNone yet\.\n\n## Outcomes/);
    assert.match(applied(actions[1]), /- \[x\] \(2026-03-01 09:30Z\) M1: Fill it\n/);
    assert.equal(documentEdit(actions[0]).textDocument.version, 3);
  });

  it('ticks the step at the cursor, unticks a done one, and ticks several at once', async () => {
    await (await started()).open(uri, text);
    const [tick] = await client.actions(uri, cursor(10, 20), ['refactor.rewrite.execplan.tick']);
    assert.equal(tick?.title, 'Tick this step (2026-03-01 09:30Z)');
    assert.match(applied(tick), /- \[x\] \(2026-03-01 09:30Z\) M2: Serve from it\n {2}- \[ \] nested/);
    const [untick] = await client.actions(uri, cursor(8), ['refactor.rewrite.execplan.untick']);
    assert.match(applied(untick), /- \[ \] M1: Add the cache table\n/);
    const [several, split] = await client.actions(
      uri,
      { start: { line: 10, character: 0 }, end: { line: 12, character: 3 } },
      ['refactor.rewrite.execplan.tick'],
    );
    assert.equal(several?.title, 'Tick 3 steps (2026-03-01 09:30Z); what remained is done, too');
    assert.equal(split?.title, 'Tick 3 steps (2026-03-01 09:30Z); what remains becomes a step');
    assert.match(applied(split), /\n- \[ \] .*: /);
    const [whole] = await client.actions(uri, { start: { line: 10, character: 0 }, end: { line: 12, character: 0 } }, [
      'refactor.rewrite.execplan.tick',
    ]);
    assert.equal(whole?.title, 'Tick 2 steps (2026-03-01 09:30Z)', 'the line behind the selection');
    assert.equal(applied(several).match(/2026-03-01/g)?.length, 3);
  });

  it('adds an entry where the cursor is, and elsewhere on demand without a light bulb', async () => {
    await (await started()).open(uri, text);
    const here = await client.actions(uri, cursor(16), ['refactor']);
    assert.deepEqual(
      here.map(({ title }) => title),
      ['Add a surprise, stamped now'],
    );
    assert.match(applied(here[0]), /fast\.\n- \(2026-03-01 09:30Z\) What was found.*\n\n## Outcomes/);
    const anywhere = (await client.actions(uri, cursor(16), ['source.execplan'])).map(({ kind }) => kind);
    for (const id of ['addDoneStep', 'addDecision', 'addOutcome'])
      assert.ok(anywhere.includes(`source.execplan.${id}`));
    assert.ok(!anywhere.includes('source.execplan.addSurprise'), 'it is offered here');
    const [sections] = await client.actions(uri, cursor(16), ['source.execplan.addSections']);
    assert.equal(sections?.title, 'Add all 7 missing sections');
  });

  it('writes places to type at as tab stops where the client has them', async () => {
    await (
      await started({
        capabilities: {
          workspace: { configuration: true, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
        },
      })
    ).open(uri, text);
    const [action] = await client.actions(uri, cursor(16), ['refactor']);
    const [edit] = documentEdit(action).edits as { snippet?: { value: string } }[];
    assert.match(edit?.snippet?.value ?? '', /^- \(2026-03-01 09:30Z\) \$\{1:.*\}\n$/);
  });

  it('fixes all that is safe where that is asked for, and nothing else', async () => {
    const safe = text.replace('## Surprises', '- [ x] Measure it\n\n## Surprises');
    await (await started({ environment: { rules } })).open(uri, safe);
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    for (const only of ['source.fixAll.execplan', 'source.fixAll']) {
      const [action, ...others] = await client.actions(uri, whole, [only]);
      assert.deepEqual([action?.kind, others], ['source.fixAll.execplan', []]);
      const fixed = applied(action, safe);
      assert.match(fixed, /- \[x\] Measure it\n/);
      assert.match(fixed, /- \[x\] M1: Fill it\n/, 'no time is invented');
      assert.match(fixed, /## Decision Log\n/);
    }
    const offered = await client.actions(uri, whole);
    assert.ok(!offered.some(({ kind }) => kind === 'source.fixAll.execplan'), 'it costs too much for each light bulb');
  });

  it('fixes all that one rule has found, where its fix may run unseen', async () => {
    const text = inPlan('- [ x] One\n- [ x] Two\n- [x] Three\n- [x] Four');
    await (await started({ environment: { rules } })).open(uri, text);
    const titles = async (line: number) =>
      (await client.actions(uri, cursor(line, 3), ['quickfix'])).map(({ title }) => title);
    assert.ok((await titles(8)).includes('Fix all 2 of "malformed-checkbox" in this plan'));
    assert.ok(!(await titles(10)).some((title) => title.startsWith('Fix all')), 'a stamp is given one at a time');
    const all = (await client.actions(uri, cursor(8, 3), ['quickfix'])).find(({ title }) =>
      title.startsWith('Fix all'),
    );
    assert.match(applied(all, text), /- \[x\] One\n- \[x\] Two\n/);
  });

  it('says once what a rule offers for all that it has found', async () => {
    const text = '# Move the queue\n\n## Purpose\n\nA.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone yet.\n';
    await (await started({ environment: { rules } })).open(uri, text);
    const titles = (await client.actions(uri, cursor(0, 3), ['quickfix'])).map(({ title }) => title);
    assert.ok(titles.includes('Add both missing living sections'), titles.join());
    assert.ok(!titles.some((title) => title.startsWith('Fix all')), titles.join());
  });

  it('keeps the line end of the text', async () => {
    await (await started()).open(uri, text.replace(/\n/g, '\r\n'));
    const [action] = await client.actions(uri, cursor(0, 5), ['quickfix']);
    assert.doesNotMatch(applied(action, text.replace(/\n/g, '\r\n')), /[^\r]\n/);
  });

  it('draws an outline of plan, sections, milestones, steps and entries, with figures', async () => {
    await (await started()).open(uri, text);
    const symbols = await client.symbols(uri);
    assert.deepEqual(tree(symbols), [
      'Serve thumbnails from a cache | 2 of 5 · 1 partly',
      '  Purpose / Big Picture | ',
      '  Progress | 2 of 5 · 1 partly',
      '    M1: Add the cache table | 2026-02-09 11:19Z',
      '    M1: Fill it | ',
      '    M2: Serve from it | ',
      '      nested | ',
      '    Purge it | remaining: files',
      '  Surprises & Discoveries | 1 entry',
      '    The thumbTable grows fast. | 2026-02-09 12:00Z',
      '  Outcomes & Retrospective | ',
      '  Plan of Work | ',
      '    1 · The table | 2 of 2',
      '    2 · Serving | 0 of 2',
    ]);
    const [done, , open] = symbols[0]?.children?.[1]?.children ?? [];
    assert.deepEqual([done?.kind, open?.kind], [symbolKinds.done, symbolKinds.open]);
  });

  it('has the steps below the headings of milestones that stand in Progress, and only once', async () => {
    const steps =
      '### Milestone 1: The table\n\n- [x] Add it\n\n### Milestone 2: Serving\n\n- [ ] Serve\n  - [ ] nested\n';
    const inside = `# A\n\n## Purpose\n\nX.\n\n## Progress\n\n- [ ] First\n\n${steps}\n## Decision Log\n`;
    await (await started()).open(uri, inside);
    assert.deepEqual(tree(await client.symbols(uri)), [
      'A | 1 of 4',
      '  Purpose | ',
      '  Progress | 1 of 4',
      '    First | ',
      '    1 · The table | 1 of 1',
      '      Add it | ',
      '    2 · Serving | 0 of 2',
      '      Serve | ',
      '        nested | ',
      '  Decision Log | ',
    ]);
  });

  it('declares nothing that the bundled client does without', async () => {
    const { capabilities } = (await started()).server;
    const declared = new Set([
      ...Object.keys(capabilities),
      ...Object.keys(capabilities.workspace ?? {}).map((key) => `workspace.${key}`),
    ]);
    assert.ok(declared.has('codeActionProvider'));
    for (const [module, capability] of Object.entries(absentClientModules))
      assert.ok(!declared.has(capability), `put back ${module} in scripts/build/standIns.ts`);
  });

  it('joins the standard outline at once for a client that has none of its own, else only on demand', async () => {
    assert.ok((await started()).server.capabilities.documentSymbolProvider);
    client.stop();
    const dynamic = {
      textDocument: { documentSymbol: { dynamicRegistration: true } },
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    };
    await started({ capabilities: dynamic, initializationOptions: { ownOutline: true } });
    assert.equal(client.server.capabilities.documentSymbolProvider, undefined);
    assert.equal(await client.registrations.take(), '+workspace/didChangeConfiguration');
    await client.changeSettings({ outline: { inStandardOutline: true } });
    assert.equal(await client.registrations.take(), '+textDocument/documentSymbol');
    await client.changeSettings({});
    assert.equal(await client.registrations.take(), '-textDocument/documentSymbol');
  });

  it('sends the whole state of a plan to a client that wants it', async () => {
    await (await started({ initializationOptions: { progress: true } })).open(uri, text, 4);
    const snapshot = await client.progress.take();
    assert.deepEqual([snapshot.uri, snapshot.identity, snapshot.kind], [uri, 'v4', 'plan']);
    const [plan] = snapshot.plans;
    assert.deepEqual(plan?.figures, { done: 2, partial: 1, open: 2 });
    assert.deepEqual(
      plan.milestones.map(({ number, title, figures }) => [number, title, figures]),
      [
        ['1', 'The table', { done: 2, partial: 0, open: 0 }],
        ['2', 'Serving', { done: 0, partial: 0, open: 2 }],
      ],
    );
    assert.equal(plan.recorded?.latest, Date.parse('2026-02-09T12:00:00Z'));
  });

  it('tells how ready a plan is when it is opened, and again once typing rests', async () => {
    const clock = new TestClock('2026-02-09T12:30:00Z');
    await started({ initializationOptions: { progress: true }, environment: { now: clock.now, later: clock.later } });
    await client.open(uri, text);
    const opened = (await client.progress.take()).plans[0]?.readiness;
    assert.deepEqual(
      opened?.verdicts.map(({ id, name, level }) => [id, name, level]),
      [
        ['self-contained', 'Self-contained', 'pass'],
        ['living-sections', 'Living sections maintained', 'warn'],
        ['novice-ready', 'Novice-ready', 'fail'],
        ['observable-outcomes', 'Observable outcomes', 'pass'],
        ['recovery-paths', 'Recovery paths', 'warn'],
      ],
    );
    assert.deepEqual(opened.verdicts[1]?.reasons, [
      {
        level: 'warn',
        message: 'Section "Decision Log" is missing',
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 31 } },
        rule: 'missing-living-section',
      },
    ]);
    assert.equal(opened.verdicts[2]?.reasons[0]?.rule, undefined);
    assert.deepEqual(opened.selfContainment, { own: 5, of: 5 });
    assert.deepEqual(opened.freshness, { since: Date.parse('2026-02-09T12:00:00Z'), target: 15 });

    await client.change(uri, 2, { range: cursor(4), text: 'Soon. ' });
    assert.equal((await client.progress.take()).plans[0]?.readiness, undefined);
    clock.pass(300);
    await client.change(uri, 3, { range: cursor(4), text: 'Very ' });
    assert.equal((await client.progress.take()).identity, 'v3');
    clock.pass(499);
    assert.equal((await client.details(uri))?.readiness, undefined);
    assert.equal(client.progress.size, 0);
    clock.pass(1);
    const rested = await client.progress.take();
    assert.deepEqual([rested.identity, rested.plans[0]?.readiness], ['v3', opened]);
    assert.deepEqual((await client.details(uri))?.readiness, opened);
    assert.deepEqual(clock.waits, []);
  });

  it('does not look how ready a closed file is before somebody asks', async () => {
    await started({ initializationOptions: { progress: true, files: true } });
    await client.write(uri, text);
    assert.equal((await client.progress.take()).plans[0]?.readiness, undefined);
    assert.equal((await client.details(uri))?.readiness?.verdicts.length, 5);
  });

  it('forgets what it would have told of a document that is closed', async () => {
    const clock = new TestClock('2026-02-09T12:30:00Z');
    await started({ initializationOptions: { progress: true }, environment: { now: clock.now, later: clock.later } });
    await client.open(uri, text);
    assert.equal((await client.progress.take()).identity, 'v1');
    await client.change(uri, 2, { range: cursor(4), text: 'Soon. ' });
    assert.equal((await client.progress.take()).identity, 'v2');
    assert.equal(clock.waits.length, 1);
    await client.close(uri);
    assert.equal((await client.progress.take()).identity, '');
    assert.deepEqual(clock.waits, []);
  });

  it('tells the steps of the plan in front when asked', async () => {
    await (await started()).open(uri, text);
    const plan = await client.details(uri);
    assert.deepEqual([plan?.next, plan?.steps.map(({ line }) => line)], [4, [8, 9, 10, 11, 12]]);
    assert.equal(await client.details('file:///unknown.md'), undefined);
  });

  it('sends nothing to another editor that it has not said it takes', async () => {
    await (await started()).open(uri, text);
    await client.diagnostics.take();
    assert.deepEqual([client.progress.size, client.registrations.size], [0, 0]);
  });

  it('offers the fix of each of several alike findings', async () => {
    await (await started()).open(uri, text.replace('[ ] M2', '[x] M2').replace('[~]', '[x] (2026-02-09 11:30Z)'));
    const whole = { start: { line: 0, character: 0 }, end: { line: 12, character: 0 } };
    const stamps = (await client.actions(uri, whole, ['quickfix'])).filter(({ title }) => title.startsWith('Stamp'));
    assert.deepEqual(
      stamps.map(({ diagnostics }) => diagnostics?.map(({ range }) => range.start.line)),
      [[9], [10]],
    );
  });

  it('knows plan files that no editor shows; an open document wins over the disk', async () => {
    await started({ initializationOptions: { progress: true, files: true } });
    await client.write(uri, text);
    assert.deepEqual((await client.progress.take()).plans[0]?.figures, { done: 2, partial: 1, open: 2 });
    await client.open(uri, text.replace('[ ] M2', '[x] M2'));
    assert.deepEqual((await client.progress.take()).plans[0]?.figures, { done: 3, partial: 1, open: 1 });
    await client.write(uri, text.replace('[~]', '[x]'));
    await client.close(uri);
    assert.deepEqual((await client.progress.take()).plans[0]?.figures, { done: 3, partial: 0, open: 2 });
    const symbols = await client.symbols(uri);
    assert.equal(symbols[0]?.detail, '3 of 5');
    await client.write(uri, null);
    assert.deepEqual((await client.progress.take()).plans, []);
  });

  it('edits only the text that was looked at', async () => {
    await (await started()).open(uri, text, 5);
    const ask = async (identity: string, line = 10) => {
      const answer = await client.request(planEditRequest, {
        uri,
        action: 'tick',
        params: { identity, lines: [line] },
      });
      return 'refused' in answer ? withoutMessage(answer) : answer;
    };
    assert.deepEqual(await ask('v4'), { refused: 'moved' });
    assert.deepEqual(await ask(identityOfText('another text')), { refused: 'moved' });
    assert.deepEqual(await ask('v5', 4), { refused: 'noStep' });
    assert.deepEqual(await ask('v5', 8), { refused: 'alreadyDone', stamp: '2026-02-09 11:19Z' });
    for (const identity of ['v5', identityOfText(text), identityOfText(`\uFEFF${text.replace(/\n/g, '\r\n')}`)]) {
      const answer = await ask(identity);
      assert.ok('edit' in answer);
      assert.equal(answer.version, 5);
    }
    const elsewhere = await client.request(planEditRequest, {
      uri: 'file:///unknown.md',
      action: 'tick',
      params: { identity: 'v1', lines: [0] },
    });
    assert.ok('refused' in elsewhere && elsewhere.refused === 'moved');
    assert.match(elsewhere.message, /^The plan has changed/);
  });

  it('follows the settings at once', async () => {
    await (await started({ settings: { rules: { 'done-without-timestamp': 'off' } } })).open(uri, text);
    assert.deepEqual(
      (await client.diagnostics.take()).diagnostics.map(({ code }) => code),
      ['missing-living-section'],
    );
    await client.changeSettings({
      timeZone: 'Asia/Tokyo',
      rules: { 'missing-living-section': 'error', 'done-without-timestamp': 'nonsense' },
    });
    const { diagnostics } = await client.diagnostics.take();
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [
        ['missing-living-section', 1],
        ['done-without-timestamp', 2],
      ],
    );
  });

  it("writes stamps in the zone of the settings, `local` being the reader's", async () => {
    const bare = text.replace('(2026-02-09 11:19Z)', '2026-02-09 11:19 -');
    await (
      await started({ settings: { timeZone: 'local' }, initializationOptions: { localTimeZone: 'Asia/Tokyo' } })
    ).open(uri, bare);
    const title = async () => (await client.actions(uri, cursor(10), ['refactor.rewrite.execplan.tick']))[0]?.title;
    assert.equal(await title(), 'Tick this step (2026-03-01 18:30)');
    await client.notify(timeZoneNotification, { timeZone: 'America/St_Johns' });
    assert.equal(await title(), 'Tick this step (2026-03-01 06:00)');
  });

  it('takes a file for a plan, or not, as the settings say, open or closed', async () => {
    const client = await started({
      folders: ['file:///w'],
      initializationOptions: { progress: true, files: true },
      settings: { files: { include: ['notes/*.md'], exclude: ['archive/**'] } },
    });
    const taken = async () => {
      const { uri, kind, decidedBy, plans } = await client.progress.take();
      return [uri, kind, decidedBy, plans.length];
    };
    await client.write('file:///w/archive/old.md', text);
    assert.deepEqual(await taken(), ['file:///w/archive/old.md', 'other', 'setting', 0]);
    await client.open('file:///w/notes/a.md', '# Notes\n');
    assert.deepEqual(await taken(), ['file:///w/notes/a.md', 'plan', 'setting', 1]);
    assert.equal((await client.diagnostics.take()).diagnostics.length, 4);
    await client.changeSettings({});
    assert.deepEqual(await taken(), ['file:///w/notes/a.md', 'other', 'content', 0]);
    assert.deepEqual((await client.diagnostics.take()).diagnostics, []);
    assert.deepEqual(await taken(), ['file:///w/archive/old.md', 'plan', 'content', 1]);
  });

  it('counts the findings of closed files, and publishes them where the settings say so', async () => {
    const client = await started({ initializationOptions: { progress: true, files: true } });
    await client.write(uri, text);
    assert.deepEqual((await client.progress.take()).findings, { error: 0, warning: 2, information: 0, hint: 0 });
    assert.equal(client.diagnostics.size, 0);
    const published = async () => (await client.diagnostics.take()).diagnostics.length;
    await client.changeSettings({ workspaceDiagnostics: true });
    assert.equal(await published(), 2);
    await client.open(uri, '# Notes\n');
    assert.equal(await published(), 0);
    await client.close(uri);
    assert.equal(await published(), 2);
    await client.changeSettings({ workspaceDiagnostics: true, rules: { 'missing-living-section': 'off' } });
    assert.equal(await published(), 1);
    await client.changeSettings({});
    assert.equal(await published(), 0);
    await client.changeSettings({ workspaceDiagnostics: true });
    assert.equal(await published(), 2);
    await client.write(uri, null);
    assert.equal(await published(), 0);
  });

  it('reads closed files again when the settings change, but none that has gone or cannot be read', async () => {
    const client = await started({ initializationOptions: { progress: true, files: true } });
    const uris = Array.from({ length: 9 }, (_, index) => `file:///plans/${index}.md`);
    for (const each of uris) await client.write(each, text);
    for (const _ of uris) await client.progress.take();
    const [locked, last] = [uris[0], uris[8]] as [string, string];
    // The last one waits until the first eight are read, and goes meanwhile, though it is still on disk.
    let gone: Promise<unknown> | undefined;
    client.onRead = async (each) => {
      gone ??= client.request(planFileRequest, { uri: last, text: null });
      await gone;
      if (each === locked) throw new Error('locked');
    };
    await client.changeSettings({ marks: { '~': 'done' } });
    const told = await Promise.all(uris.slice(1).map(() => client.progress.take()));
    assert.deepEqual(
      told.map(({ uri, plans }) => [uri, plans[0]?.figures.done]).sort(),
      uris.slice(1).map((each) => [each, each === last ? undefined : 3]),
    );
    await client.details(uris[1] as string); // reads, too: whatever was read before has been told by then
    assert.equal(client.progress.size, 0);
  });

  it('follows the folders of the workspace', async () => {
    const client = await started({
      capabilities: { workspace: { configuration: true, workspaceFolders: true } },
      folders: ['file:///w'],
      initializationOptions: { progress: true },
      settings: { files: { exclude: ['a.md'] } },
    });
    assert.equal(client.registrations.size, 0, 'not every client knows registrations');
    await client.open('file:///w/sub/a.md', text);
    assert.equal((await client.progress.take()).kind, 'plan');
    const event = { added: [{ uri: 'file:///w/sub', name: 'sub' }], removed: [{ uri: 'file:///w', name: 'w' }] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    assert.equal((await client.progress.take()).kind, 'other');
  });

  it('knows where a file lies from the start, also for a client that cannot be asked for settings', async () => {
    const client = await started({
      capabilities: { workspace: {} },
      folders: ['file:///w'],
      initializationOptions: { progress: true },
    });
    const report = '# Cache\n\n## Context\n\nA.\n\n## Progress\n\nB.\n\n## Decisions\n\nC.\n';
    await client.open('file:///w/plans/cache.md', report);
    assert.equal((await client.progress.take()).kind, 'plan');
    await client.open('file:///w/notes/cache.md', report);
    assert.equal((await client.progress.take()).kind, 'other');
  });

  it('does nothing where the settings are the ones that they were', async () => {
    const client = await started();
    await client.open(uri, text);
    assert.equal((await client.diagnostics.take()).diagnostics.length, 2);
    await client.changeSettings({});
    await client.actions(uri, cursor(0));
    await client.changeSettings({ rules: { 'missing-living-section': 'off' } });
    assert.equal((await client.diagnostics.take()).diagnostics.length, 1);
  });

  it('reads marks and zones as the settings say, and counts a malformed one as not said', async () => {
    const plan = text.replace(
      '- [~] Purge it (completed: rows; remaining: files)',
      '- [-] Purge it (2026-02-28 20:00 CST)',
    );
    const settings = {
      marks: { '-': 'dropped', x: 'partial', ab: 'done' },
      zones: { cst: 'Asia/Shanghai', IST: 'nowhere/at-all' },
    };
    const client = await started({ initializationOptions: { progress: true }, settings });
    await client.open(uri, plan);
    const [read] = (await client.progress.take()).plans;
    assert.deepEqual(read?.figures, { done: 2, partial: 0, open: 2 });
    assert.deepEqual((await client.details(uri))?.steps.at(-1)?.state, 'dropped');
    const noon = Date.parse('2026-02-28T12:00:00Z');
    assert.deepEqual(read.recorded, { earliest: noon, latest: noon });
    await client.changeSettings({ marks: 'none', zones: ['CST'] });
    assert.deepEqual((await client.progress.take()).plans[0]?.figures, { done: 2, partial: 1, open: 2 });
  });

  it('tells what was looked for and found in a file that is no plan', async () => {
    const client = await started({ initializationOptions: { progress: true } });
    await client.open(uri, '# Plans\n\n## Progress\n\n## Context\n');
    const { kind, decidedBy, found, plans } = await client.progress.take();
    assert.deepEqual([kind, decidedBy, found, plans], ['other', 'content', ['progress', 'context'], []]);
  });

  it('writes into a file that it is a plan, or none, and refuses where it says so already', async () => {
    const client = await started({ initializationOptions: { progress: true } });
    await client.open(uri, '---\r\na: b\r\n---\r\n# Notes\r\n');
    const ask = (identity: string) =>
      client.request(planEditRequest, { uri, action: 'treatAsPlan', params: { identity } });
    const answer = await ask('v1');
    assert.ok('edit' in answer);
    const [change] = answer.edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change?.edits, [{ range: cursor(3), newText: '<!-- execplan: plan -->\r\n\r\n' }]);
    await client.change(uri, 2, { range: cursor(3), text: '<!-- execplan: plan -->\r\n\r\n' });
    assert.deepEqual(withoutMessage(await ask('v2')), { refused: 'alreadySaid' });
  });

  it('hands over a plan, and refuses what is none', async () => {
    const client = await started({ settings: { handoff: { openings: { verify: 'Doubt it.' } } } });
    await client.open(uri, text);
    const ask = (params: HandoffParams['params']) => client.request(handoffRequest, { uri, params });
    const made = await ask({ identity: 'v1', lines: [0], phase: 'verify', file: 'plans/a.md' });
    assert.ok('text' in made);
    assert.match(made.text, /^Doubt it\.\n\n# [^\n]+\n\nPlan: `plans\/a\.md`/);
    assert.ok(made.tokens > 50);
    assert.deepEqual(withoutMessage((await ask({ identity: 'v0' })) as PlanEditResult), { refused: 'moved' });
    await client.open('file:///notes.md', '# Notes\n');
    const none = await client.request(handoffRequest, { uri: 'file:///notes.md', params: { identity: 'v1' } });
    assert.deepEqual(withoutMessage(none as PlanEditResult), { refused: 'noPlan' });
  });

  it('counts the records of a Progress without boxes, and acceptance apart', async () => {
    const client = await started({ initializationOptions: { progress: true } });
    await client.open(
      uri,
      '# T\n\n## Purpose\n\n## Progress\n\n- 2026-01-02: a\n- 2026-01-03: b\n\n## Decision Log\n\n### Milestone 1: A\n\n## Plan of Work\n\n### Milestone 1: A\n\n- [x] fast\n',
    );
    const [plan] = (await client.progress.take()).plans;
    assert.deepEqual(
      [plan?.records, plan?.figures.done, plan?.acceptance.done, plan?.milestones[0]?.acceptance.done],
      [2, 0, 1, 1],
    );
  });

  it('goes on when a rule throws, and when a handler does', async () => {
    const broken: Rule = {
      ...(rules[0] as Rule),
      id: 'broken',
      check: () => {
        throw new Error('oops');
      },
    };
    await (await started({ environment: { rules: [broken, ...fewRules] } })).open(uri, text);
    assert.equal((await client.diagnostics.take()).diagnostics.length, 2);
    assert.match(await client.logs.take(), /Rule broken failed: Error: oops/);
    assert.deepEqual(await client.actions('file:///unknown.md', cursor(0)), []);
    const answer = await client.request(planEditRequest, null as unknown as PlanEditParams);
    assert.deepEqual(withoutMessage(answer), { refused: 'failed' });
    assert.match(await client.logs.take(), /Editing failed/);
  });
});

function withoutMessage(answer: PlanEditResult): Refusal {
  const { message, ...refusal } = answer as PlanEditRefusal;
  assert.ok(message);
  return refusal;
}

function documentEdit(action: CodeAction | undefined): TextDocumentEdit {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change, 'no edit');
  return change;
}

function applied(action: CodeAction | undefined, source = text): string {
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'markdown', 0, source),
    documentEdit(action).edits as TextEdit[],
  );
}

function tree(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name} | ${detail ?? ''}`,
    ...tree(children ?? [], `${indent}  `),
  ]);
}

import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Chart } from './chart';
import { numberText } from './dates';
import { EditorOnly } from './editorOnly';
import { EntryList, Newest } from './entries';
import { Findings, findingsCount } from './findings';
import { milestonesCount, milestonesFold, stepsFold } from './groups';
import { Header } from './header';
import { historyOf } from './history';
import type { FromWebview, PageCommand, ShownPlan } from './messages';
import { NextStep } from './nextStep';
import { Notices } from './notices';
import { paceOf } from './pace';
import { Ready, readyCount } from './ready';
import { type Filter, isFiltering, noFilter, rowsOf } from './rows';
import { Search } from './search';
import { Section } from './section';
import { Since, sinceCount } from './since';
import { type RowActions, Tree } from './tree';

interface PlanViewProps {
  front: ShownPlan;
  /** True where nobody can tell whether the plan is still so. */
  isStale: boolean;
  /** Lines of the steps that wait for the host's answer. */
  pending: ReadonlySet<number>;
  /** Keys of steps that were done while the reader looked on. */
  kept: ReadonlySet<string>;
  /** Folds of milestones that were open at first: they are not folded together while the reader looks on. */
  opened: ReadonlySet<string>;
  /** The step whose tick can be taken back. */
  undoable: { line: number; text: string } | undefined;
  isOpen: (fold: string) => boolean;
  onToggle: (fold: string, open: boolean) => void;
  onPending: (line: number) => void;
  post: (message: FromWebview) => void;
}

/** A list of fewer steps needs no search. */
const worthSearching = 8;

/** One plan: header, the next step, then sections that fold. A new section is one more `Section` here. */
export function PlanView({
  front,
  isStale,
  pending,
  kept,
  opened,
  undoable,
  isOpen,
  onToggle,
  onPending,
  post,
}: PlanViewProps) {
  const { uri, identity, plan, author, openFirst, since } = front;
  const [filter, setFilter] = useState<Filter>(noFilter);
  const now = Date.now();
  const locale = document.documentElement.lang;
  const left = plan.figures.open + plan.figures.partial;
  const minute = Math.floor(now / 60_000);
  const history = useMemo(() => historyOf(plan, left > 0 ? minute * 60_000 : undefined), [plan, left, minute]);
  const pace = paceOf(history, left, now);
  const { milestones, others } = useMemo(
    () => rowsOf(plan, { isOpen, pending, kept, opened, filter, author, openFirst, changed: changedLines(since), now }),
    // The clock only tells whether a stamp is of today.
    [plan, isOpen, pending, kept, opened, filter, author, openFirst, since],
  );
  const next = plan.steps[plan.next ?? -1];

  const tick = (line: number, action: 'tick' | 'untick') => {
    if (pending.has(line)) return;
    onPending(line);
    post({ type: 'action', uri, action, params: { identity, lines: [line] } });
  };
  const command = (name: PageCommand, line: number) => post({ type: 'command', command: name, uri, identity, line });
  const reveal = (line: number) => post({ type: 'reveal', uri, line });
  const actions: RowActions = {
    reveal,
    toggle: ({ line, state }) => tick(line, state === 'done' ? 'untick' : 'tick'),
    fold: onToggle,
    copy: (text) => post({ type: 'copy', text }),
  };
  const untied = plan.milestones.length === 0;
  const counted = plan.steps.filter(({ milestone, state }) => milestone === undefined && state !== 'dropped');
  const done = counted.filter(({ state }) => state === 'done').length;
  // A row that tells how far a milestone is stands there already.
  const told = new Set(plan.milestones.flatMap(({ status }) => (status ? [status.line] : [])));
  const records = plan.entries.filter(({ role, line }) => role === 'progress' && !told.has(line));
  const section = (id: string, title: string, count: string | undefined, content: () => ComponentChildren) => (
    <Section id={id} title={title} count={count} open={isOpen(id)} onToggle={onToggle}>
      {content}
    </Section>
  );
  return (
    <main
      class={isStale ? 'stale' : undefined}
      data-vscode-context={JSON.stringify({
        uri,
        identity,
        line: plan.line,
        webviewSection: 'plan',
        preventDefaultContextMenuItems: true,
      })}
    >
      <Header
        front={front}
        pace={pace}
        now={now}
        locale={locale}
        choose={(line) => post({ type: 'choose', uri, line })}
      />
      <Notices
        front={front}
        compare={() => post({ type: 'compare', uri })}
        applyAgain={() => post({ type: 'applyAgain', uri })}
        ticked={undoable?.text}
        undo={() => undoable && tick(undoable.line, 'untick')}
      />
      {next && (
        <NextStep
          step={next}
          milestone={plan.milestones[next.milestone ?? -1]}
          busy={pending.has(next.line)}
          tick={() => tick(next.line, 'tick')}
          split={() => command('split', next.line)}
          reveal={() => reveal(next.line)}
          handoff={() => command('handoff', plan.line)}
        />
      )}
      {since &&
        (since.changes.length > 0 || !since.isKept) &&
        section('since', t('Since you last looked'), sinceCount(since), () => (
          <Since
            since={since}
            now={now}
            locale={locale}
            reveal={reveal}
            compare={() => post({ type: 'compareSeen', uri })}
            seen={() => post({ type: 'seen', uri })}
          />
        ))}
      {plan.steps.length >= worthSearching && (
        <Search
          filter={filter}
          onFilter={setFilter}
          hasFindings={plan.findings.length > 0}
          hasAuthor={author !== undefined}
        />
      )}
      {isFiltering(filter) && milestones.length + others.length === 0 && (
        <p class="quietly" role="status">
          {t('No step is like that.')}
        </p>
      )}
      {milestones.length > 0 &&
        section(milestonesFold, t('Milestones'), milestonesCount(plan.milestones), () => (
          <Tree label={t('Milestones')} rows={milestones} next={next?.line} {...actions} />
        ))}
      {others.length > 0 &&
        section(
          stepsFold,
          untied ? t('Steps') : t('Other steps'),
          untied ? undefined : t('{0} of {1}', done, counted.length),
          () => <Tree label={untied ? t('Steps') : t('Other steps')} rows={others} next={next?.line} {...actions} />,
        )}
      {records.length > 0 &&
        section('records', t('Records'), String(records.length), () => (
          <EntryList label={t('Records')} entries={records} findings={plan.findings} reveal={reveal} />
        ))}
      {plan.findings.length > 0 &&
        section('findings', t('Findings'), findingsCount(plan.findings), () => (
          <Findings
            findings={plan.findings}
            reveal={reveal}
            fix={(line, character) => post({ type: 'fix', uri, line, character })}
            fixAll={() => post({ type: 'action', uri, action: 'fixAll', params: { identity } })}
          />
        ))}
      {plan.readiness &&
        section('ready', t('Ready?'), readyCount(plan.readiness), () => (
          <Ready
            recorded={plan.recorded}
            readiness={plan.readiness as NonNullable<typeof plan.readiness>}
            now={now}
            locale={locale}
            reveal={reveal}
          />
        ))}
      {section('newest', t('Newest decisions and surprises'), newestCount(front), () => (
        <Newest
          entries={plan.entries}
          findings={plan.findings}
          reveal={reveal}
          addDecision={() => command('addDecision', plan.line)}
          addSurprise={() => command('addSurprise', plan.line)}
        />
      ))}
      {plan.figures.done > 0 &&
        section('history', t('Recorded over time'), pace && t('{0}/h', numberText(pace.perHour, locale)), () => (
          <Chart history={history} of={plan.figures.done + left} isOpen={left > 0} now={now} locale={locale} />
        ))}
      <EditorOnly settings={front.editorOnly} />
    </main>
  );
}

/** The lines of what has changed: the rows that stand there are marked. */
function changedLines(since: ShownPlan['since']): ReadonlySet<number> {
  return new Set(since?.changes.flatMap(({ line }) => (line === null ? [] : [line])));
}

function newestCount({ plan: { entries } }: ShownPlan): string | undefined {
  const count = entries.filter(({ role }) => role === 'decisions' || role === 'surprises').length;
  return count > 0 ? String(count) : undefined;
}

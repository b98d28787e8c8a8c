import { t } from '@vscode/l10n';
import { areAllDone } from '../core/plan/allDone';
import { withoutMarks } from '../core/text/inlineParts';
import { Bar } from './bar';
import { figuresText, total } from './figures';
import { Filled, slot } from './filled';
import { InlineText } from './inlineText';
import { memo } from './memo';
import type { DoneRow, FactRow, FinishedRow, MilestoneRow, ProofRow, Row, StepRow } from './rows';

/** One row of a tree. */
export function RowView({ row }: { row: Row }) {
  switch (row.kind) {
    case 'step': {
      const { key, kind, mark, line, depth, ...shown } = row;
      return <StepView id={key} {...shown} severity={mark?.severity} found={mark?.text} />;
    }
    case 'milestone':
      return <MilestoneView row={row} />;
    case 'fact':
      return <FactView row={row} />;
    default:
      return <FoldView row={row} />;
  }
}

interface StepProps extends Omit<StepRow, 'key' | 'kind' | 'mark' | 'line' | 'depth'> {
  /** The row's key. */
  id: string;
  /** What was found at the step, and how bad it is. */
  severity: string | undefined;
  found: string | undefined;
}

const checked = { done: 'true', partial: 'mixed', open: 'false', dropped: 'false' } as const;

/** A text up to this fits into the three lines that a row shows of it, in a narrow view, too. In characters. */
const short = 60;

/** A step: its box, its words (a click shows them in the editor), what was found there, what remains or when it was done. */
const StepView = memo<StepProps>(function StepView(props) {
  const { id, level, state, isBlocked, text, busy, isNew, severity, found } = props;
  return (
    <div
      role="treeitem"
      class={`row step ${state}${isBlocked ? ' blocked' : ''}${isNew ? ' new' : ''}`}
      data-row={id}
      data-stop
      tabIndex={-1}
      aria-level={level}
      aria-checked={checked[state]}
      aria-busy={busy}
      style={{ '--level': Math.min(level, 6) }}
    >
      <span class="box" data-act="toggle" title={state === 'done' ? t('Untick') : t('Tick with time')} />
      <span class="text" dir="auto" data-act="reveal" title={text.length > short ? withoutMarks(text) : undefined}>
        <InlineText text={text} />
      </span>
      {isBlocked && <span class="tag">{t('blocked')}</span>}
      {isNew && <span class="heard">{t('changed since you last looked')}</span>}
      {state === 'dropped' && <span class="heard">{t('dropped')}</span>}
      {found !== undefined && (
        <span class={`mark ${severity}`} title={found}>
          <span class="heard">{found}</span>
        </span>
      )}
      <Note {...props} />
    </div>
  );
});

/** Longer than this, what remains stands below the text, not beside it. In characters. */
const beside = 18;

type NoteProps = Pick<StepProps, 'remaining' | 'stamp' | 'date' | 'clock' | 'isByTool'>;

/** What remains of a partial step; else its stamp, the date only where the step above has another. */
function Note({ remaining, stamp, date, clock, isByTool }: NoteProps) {
  if (remaining)
    return (
      <span class={remaining.length > beside ? 'note below' : 'note'} dir="auto">
        <Filled text={t('remaining: {0}', slot)}>
          <InlineText text={remaining} />
        </Filled>
      </span>
    );
  if (!stamp) return null;
  return (
    <time title={isByTool ? t('{0}, written by a tool', stamp) : stamp} class={isByTool ? 'by-tool' : undefined}>
      {date && <span class="date">{date}</span>}
      {clock && <span class="clock">{date ? ` ${clock}` : clock}</span>}
      {isByTool && <span class="heard">{t('written by a tool')}</span>}
    </time>
  );
}

/** A milestone: its title (a click shows it in the editor), its figures and its bar. It stays in sight while its steps do. */
function MilestoneView({ row }: { row: MilestoneRow }) {
  const { key, level, open, label, figures, acceptance, status } = row;
  return (
    <div
      role="treeitem"
      class={row.isFinished ? 'row milestone finished' : 'row milestone'}
      data-row={key}
      data-stop
      tabIndex={-1}
      aria-level={level}
      aria-expanded={open}
      style={{ '--level': level }}
    >
      <span class={open === undefined ? 'nofold' : 'chevron'} />
      <span class="name" dir="auto" data-act="reveal" title={withoutMarks(label)}>
        <InlineText text={label} />
      </span>
      {status && !total(figures) ? <Status status={status} /> : <Count figures={figures} />}
      {total(figures) > 0 && <Bar figures={figures} />}
      {!open && total(acceptance) > 0 && (
        <span class="acceptance">{t('Acceptance: {0}', figuresText(acceptance))}</span>
      )}
    </div>
  );
}

/** How far a table says that a milestone without steps is: a sign, and the table's own words. */
function Status({ status: { state, isBlocked, text } }: { status: NonNullable<MilestoneRow['status']> }) {
  const words = withoutSign(text);
  return (
    <span
      class={`told ${isBlocked ? 'blocked' : (state ?? 'unknown')}`}
      dir="auto"
      title={t('{0} (as a table of the plan says)', text)}
    >
      <span class="sign" />
      {words === '' ? <span class="heard">{stateName(state, isBlocked)}</span> : <span class="words">{words}</span>}
    </span>
  );
}

/** A cell's words: the page has a sign of its own. */
function withoutSign(text: string): string {
  return text.replace(/^(?:\[[^\][]\]|[^\p{L}\p{N}]+)\s*/u, '');
}

function stateName(state: NonNullable<MilestoneRow['status']>['state'], isBlocked: boolean): string {
  if (isBlocked) return t('blocked');
  switch (state) {
    case 'done':
      return t('done');
    case 'partial':
      return t('partly done');
    case 'dropped':
      return t('dropped');
    default:
      return t('open');
  }
}

function Count({ figures }: { figures: MilestoneRow['figures'] }) {
  if (!total(figures))
    return (
      <span class="count" title={t('No steps')}>
        –
      </span>
    );
  const count = t('{0}/{1}', figures.done, total(figures));
  return (
    <>
      <span class="count" aria-hidden="true">
        {areAllDone(figures) ? t('{0} ✓', count) : count}
      </span>
      <span class="heard">{figuresText(figures)}</span>
    </>
  );
}

/** A row that others are folded into. */
function FoldView({ row }: { row: FinishedRow | DoneRow | ProofRow }) {
  const { key, level, open, kind } = row;
  return (
    <div
      role="treeitem"
      class={`row fold ${kind}`}
      data-row={key}
      data-stop
      tabIndex={-1}
      aria-level={level}
      aria-expanded={open}
      style={{ '--level': level }}
    >
      <span class="chevron" />
      <span class="name">{foldText(row)}</span>
      {kind === 'finished' && total(row.figures) > 0 && <Count figures={row.figures} />}
      {kind === 'proof' && total(row.accepted) > 0 && <Count figures={row.accepted} />}
    </div>
  );
}

function foldText(row: FinishedRow | DoneRow | ProofRow): string {
  if (row.kind === 'finished') return t('{0} finished milestones', row.count);
  return row.kind === 'done' ? t('{0} done', row.count) : t('About and proof');
}

/** Something that a milestone says of itself. */
function FactView({ row: { key, level, fact, text, holds } }: { row: FactRow }) {
  const state = holds === undefined ? 'unknown' : holds ? 'yes' : 'no';
  const isCode = fact === 'command' || fact === 'expected';
  return (
    <div
      role="treeitem"
      class={`row fact ${fact} ${state}`}
      data-row={key}
      data-stop
      tabIndex={-1}
      aria-level={level}
      style={{ '--level': level }}
    >
      {fact === 'accepted' || fact === 'deliverable' ? <span class="sign" /> : null}
      <span class="heard">{factName(fact, holds)} </span>
      {isCode ? (
        <code
          class="text"
          title={text.length > short ? text : undefined}
          data-act={fact === 'command' ? 'copy' : 'reveal'}
        >
          {text}
        </code>
      ) : (
        <span class="text" dir="auto" data-act="reveal" title={text.length > short ? withoutMarks(text) : undefined}>
          <InlineText text={text} />
        </span>
      )}
      {fact === 'command' && (
        <span class="copy" data-act="copy" title={t('Copy this command (Space)')}>
          {t('Copy')}
        </span>
      )}
      {fact === 'deliverable' && holds === false && <span class="tag">{t('missing')}</span>}
    </div>
  );
}

/** What a fact is, for those who do not see its sign. */
function factName(fact: FactRow['fact'], holds: boolean | undefined): string {
  switch (fact) {
    case 'scope':
      return t('About:');
    case 'command':
      return t('Command:');
    case 'expected':
      return t('Expected output:');
    case 'accepted':
      return holds ? t('Accepted:') : t('To be accepted:');
    case 'deliverable':
      return holds ? t('Deliverable, there:') : t('Deliverable:');
  }
}

import { useRef } from 'preact/hooks';
import { useRoving } from './roving';
import type { FactRow, MilestoneRow, Row, StepRow } from './rows';
import { RowView } from './rowView';

/** What a click or a key on a row asks of the page. */
export interface RowActions {
  reveal: (line: number) => void;
  /** Ticks a step that is open or partial, unticks a done one. */
  toggle: (row: StepRow) => void;
  fold: (key: string, open: boolean) => void;
  copy: (text: string) => void;
}

interface TreeProps extends RowActions {
  label: string;
  rows: readonly Row[];
  /** The line of the step to work on next: the tab key leads there first. */
  next: number | undefined;
}

/**
 * A list of rows as one tab stop: up and down lead from row to row, left and right fold and unfold, Enter shows the row's
 * place in the plan, Space ticks. One listener serves all rows, so that hundreds of them cost little.
 */
export function Tree({ label, rows, next, ...actions }: TreeProps) {
  const list = useRef<HTMLDivElement>(null);
  const nextKey = rows.find((row) => row.kind === 'step' && row.line === next)?.key;
  const rowOf = (element: Element | null | undefined) =>
    rows.find(({ key }) => key === element?.closest<HTMLElement>('[data-row]')?.dataset.row);
  const roving = useRoving(list, (element) => elementOf(element, nextKey));

  const onClick = ({ target }: MouseEvent) => {
    const row = rowOf(target as Element);
    if (row) act(row, (target as Element).closest<HTMLElement>('[data-act]')?.dataset.act ?? mainAct(row), actions);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event.target as Element);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = 'open' in row ? row.open : undefined;
    const act_ = { Enter: enterAct(row), ' ': spaceAct(row) }[event.key];
    if (act_) act(row, act_, actions);
    else if ((event.key === 'ArrowRight' && isOpen === false) || (event.key === 'ArrowLeft' && isOpen === true))
      act(row, 'fold', actions);
    else if (event.key === 'ArrowLeft') {
      const parent = parentOf(rows, row);
      const element = list.current && elementOf(list.current, parent?.key);
      if (element) roving.moveTo(element);
    } else if (event.key === 'ArrowRight') {
      const below = rows[rows.indexOf(row) + 1];
      const element = isOpen === true && below && list.current && elementOf(list.current, below.key);
      if (element) roving.moveTo(element);
    } else return roving.onKeyDown(event);
    event.preventDefault();
  };

  // VS Code's menu is about what stands here when it is asked for: hundreds of rows need not say so before.
  const onContextMenu = ({ target }: MouseEvent) => {
    const element = (target as Element).closest<HTMLElement>('[data-row]');
    const row = rowOf(element);
    if (element && row && 'line' in row)
      element.dataset.vscodeContext = JSON.stringify({ webviewSection: sectionOf(row), line: row.line });
  };

  return (
    <div
      ref={list}
      class="tree"
      role="tree"
      aria-label={label}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocusIn={roving.onFocusIn}
      onContextMenuCapture={onContextMenu}
    >
      {rows.map((row) => (
        <RowView key={row.key} row={row} />
      ))}
    </div>
  );
}

type Act = 'reveal' | 'toggle' | 'fold' | 'copy';

function act(row: Row, name: string, { reveal, toggle, fold, copy }: RowActions): void {
  if (name === 'fold' && 'open' in row && row.open !== undefined) fold(row.key, !row.open);
  else if (name === 'toggle' && row.kind === 'step') toggle(row);
  else if (name === 'copy' && row.kind === 'fact') copy(row.text);
  else if (name === 'reveal' && 'line' in row) reveal(row.line);
}

/** What a click beside all controls of a row does. */
function mainAct(row: Row): Act {
  return 'open' in row ? 'fold' : 'reveal';
}

function enterAct(row: Row): Act {
  return 'line' in row ? 'reveal' : 'fold';
}

function spaceAct(row: Row): Act | undefined {
  if (row.kind === 'step') return 'toggle';
  if (row.kind === 'fact') return row.fact === 'command' ? 'copy' : 'reveal';
  return 'fold';
}

/** What the menus of the manifest ask a row for: `step-open`, `milestone`. */
function sectionOf(row: StepRow | MilestoneRow | FactRow): string {
  return row.kind === 'step' ? `step-${row.state}` : row.kind;
}

function parentOf(rows: readonly Row[], row: Row): Row | undefined {
  return rows.slice(0, rows.indexOf(row)).findLast(({ level }) => level < row.level);
}

function elementOf(list: HTMLElement, key: string | undefined): HTMLElement | null {
  if (key === undefined) return null;
  return [...list.querySelectorAll<HTMLElement>('[data-row]')].find(({ dataset }) => dataset.row === key) ?? null;
}

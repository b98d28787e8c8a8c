import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Makes a list one tab stop with arrow keys inside. Its rows bear `data-row`; what can have the focus bears `data-stop` and
 * `tabIndex={-1}`: the row itself, or controls in it. Up and down lead to another row, left and right along a row.
 */
export interface Roving {
  onFocusIn: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Moves the focus to a stop of the list. */
  moveTo: (stop: HTMLElement) => void;
}

/** `first` finds the stop that the tab key leads to before the reader has chosen one. */
export function useRoving(
  list: RefObject<HTMLElement | null>,
  first?: (list: HTMLElement) => HTMLElement | null,
): Roving {
  const current = useRef<{ stop: HTMLElement; row: number; hasFocus: boolean }>(undefined);

  const choose = (stop: HTMLElement, hasFocus: boolean) => {
    if (current.current) current.current.stop.tabIndex = -1;
    stop.tabIndex = 0;
    const row = list.current ? rowsIn(list.current).findIndex((each) => each.contains(stop)) : 0;
    current.current = { stop, row, hasFocus };
  };

  // The list may have other rows after each rendering.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || (current.current && element.contains(current.current.stop))) return;
    const before = current.current;
    const rows = rowsIn(element);
    const instead = before?.hasFocus ? stopsIn(rows[Math.min(before.row, rows.length - 1)])[0] : undefined;
    const stop = instead ?? first?.(element) ?? rows.flatMap(stopsIn)[0];
    current.current = undefined;
    if (stop) choose(stop, false);
    // What had the focus is gone: whoever works by keys goes on from there, not from the top of the page.
    if (instead && element.ownerDocument.activeElement === element.ownerDocument.body) instead.focus();
  });

  const moveTo = (stop: HTMLElement) => {
    choose(stop, true);
    stop.focus();
  };

  return {
    moveTo,
    onFocusIn: ({ target }) => {
      const stop = (target as Element).closest<HTMLElement>('[data-stop]');
      if (stop && list.current?.contains(stop)) choose(stop, true);
    },
    onKeyDown: (event) => {
      const stop = (event.target as Element).closest<HTMLElement>('[data-stop]');
      if (!stop || !list.current || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = stopBeside(list.current, stop, event.key);
      if (!to) return;
      event.preventDefault();
      moveTo(to);
    },
  };
}

function rowsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')];
}

function stopsIn(row: HTMLElement | undefined): HTMLElement[] {
  if (!row) return [];
  return row.matches('[data-stop]') ? [row] : [...row.querySelectorAll<HTMLElement>('[data-stop]')];
}

function stopBeside(list: HTMLElement, stop: HTMLElement, key: string): HTMLElement | undefined {
  const rows = rowsIn(list);
  const at = rows.findIndex((row) => row.contains(stop));
  const own = stopsIn(rows[at]);
  const column = own.indexOf(stop);
  const inRow = (row: HTMLElement | undefined) => {
    const stops = stopsIn(row);
    return stops[Math.min(column, stops.length - 1)];
  };
  switch (key) {
    case 'ArrowDown':
      return inRow(rows.slice(at + 1).find((row) => stopsIn(row).length > 0));
    case 'ArrowUp':
      return inRow(rows.slice(0, Math.max(at, 0)).findLast((row) => stopsIn(row).length > 0));
    case 'ArrowRight':
      return own[column + 1];
    case 'ArrowLeft':
      return own[column - 1];
    case 'Home':
      return inRow(rows[0]);
    case 'End':
      return inRow(rows.at(-1));
    default:
      return undefined;
  }
}

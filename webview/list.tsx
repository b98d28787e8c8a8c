import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useRoving } from './roving';

/** A list of rows with buttons: one tab stop, with arrow keys inside. */
export function List({ label, children }: { label: string; children: ComponentChildren }) {
  const list = useRef<HTMLUListElement>(null);
  const { onKeyDown, onFocusIn } = useRoving(list);
  return (
    <ul ref={list} class="list" aria-label={label} onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
      {children}
    </ul>
  );
}

/** A row of a list. */
export function Item({ children, kind }: { children: ComponentChildren; kind?: string | undefined }) {
  return (
    <li class={kind === undefined ? 'item' : `item ${kind}`} data-row>
      {children}
    </li>
  );
}

interface ItemButtonProps {
  /** Looks like a link to do something, not like the row's words. */
  quiet?: boolean;
  title?: string | undefined;
  onClick: () => void;
  children: ComponentChildren;
}

/** What can be clicked in a row. */
export function ItemButton({ quiet = false, title, onClick, children }: ItemButtonProps) {
  return (
    <button
      type="button"
      class={quiet ? 'quiet' : 'text'}
      data-stop
      tabIndex={-1}
      title={title}
      dir="auto"
      onClick={onClick}
    >
      {children}
    </button>
  );
}

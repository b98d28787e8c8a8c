import type { ComponentChildren } from 'preact';

interface ButtonProps {
  secondary?: boolean;
  /** True while an answer is awaited: it keeps the focus and does nothing. */
  busy?: boolean;
  /** Says more than its words. */
  title?: string;
  onClick: () => void;
  children: ComponentChildren;
}

/** A button in VS Code's look (`.button` in page.css). */
export function Button({ secondary = false, busy = false, title, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={secondary ? 'button secondary' : 'button'}
      aria-disabled={busy}
      title={title}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </button>
  );
}

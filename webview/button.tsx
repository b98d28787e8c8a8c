import type { ComponentChildren, HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': HTMLAttributes<HTMLElement> & { secondary?: boolean };
    }
  }
}

interface ButtonProps {
  secondary?: boolean;
  /** True while an answer is awaited: it keeps the focus and does nothing. */
  busy?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

/** A button in VS Code's look. Whoever renders it makes sure that the page has defined `vscode-button`. */
export function Button({ secondary = false, busy = false, onClick, children }: ButtonProps) {
  return (
    <vscode-button
      secondary={secondary}
      aria-disabled={busy}
      onClick={busy ? undefined : onClick}
      // The element acts on Space by itself but lets the page scroll, too.
      onKeyDown={(event) => event.key === ' ' && event.preventDefault()}
    >
      {children}
    </vscode-button>
  );
}

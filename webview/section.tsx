import type { ComponentChildren } from 'preact';

interface SectionProps {
  /** The fold's name; also the id of its content. */
  id: string;
  title: string;
  /** At the right of the heading: how much there is. */
  count?: string | undefined;
  open: boolean;
  onToggle: (id: string, open: boolean) => void;
  /** Makes the content: it is asked for only while the fold is open. */
  children: () => ComponentChildren;
}

/** A part of the view below a heading that folds it. Its content is made only while it is open. */
export function Section({ id, title, count, open, onToggle, children }: SectionProps) {
  return (
    <section>
      <h2>
        <button
          type="button"
          class="fold"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => onToggle(id, !open)}
        >
          <span class="chevron" />
          <span class="name">{title}</span>
          {count && <span class="count">{count}</span>}
        </button>
      </h2>
      {open && <div id={id}>{children()}</div>}
    </section>
  );
}

import type { ComponentChildren } from 'preact';

/** Stands in a translated text for the place where an element goes: `t('remaining: {0}', slot)`. */
export const slot = '\0';

/** A translated text with an element in its slot, wherever the translation puts it. */
export function Filled({ text, children }: { text: string; children: ComponentChildren }) {
  const [before, after] = text.split(slot);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

/** A place in a template where a person types. */
export interface TabStop {
  /** 1 and up in the order of visits; stops of one number hold one text. 0 is where the cursor stays at last. */
  stop: number;
  /** What stands there until somebody types over it; empty for a mere place. */
  text: string;
}

/**
 * Text to insert, as data: literal pieces and the places to type at. It knows no editor's syntax.
 *
 *     ['- [ ] ', { stop: 1, text: 'Step' }, '\n', { stop: 0, text: '' }]
 */
export type Template = readonly (string | TabStop)[];

/** Yields a function that makes tab stops in the order of its calls, beginning with 1. */
export function tabStops(): (text: string) => TabStop {
  let stop = 0;
  return (text) => {
    stop += 1;
    return { stop, text };
  };
}

/** The template as neutral text: every stop shows its own text. */
export function toText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** The template in the snippet syntax of VS Code and LSP: `${1:text}` for a stop, `$0` for one without text. */
export function toSnippet(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? escapeSnippet(part) : stopToSnippet(part))).join('');
}

function stopToSnippet({ stop, text }: TabStop): string {
  return text === '' ? `\${${stop}}` : `\${${stop}:${escapeSnippet(text)}}`;
}

/** LSP allows a backslash before `$`, `}` and `\`, and no other character needs one. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

import { type Template, toText } from '../../../../core/edits/template';
import type { Proposal } from './item';

/** What the widest of the words is made of that clients take for the one being typed: Emacs counts marks of paths and dates. */
const wordBefore = /[\p{L}\p{M}\p{N}$%_\-+*/&|<>='\\]*$/u;

/**
 * The same proposals for a client that does not look at where the edit of each begins: all begin at the word that is being
 * typed, as far as what is in front of it stays as it is, and all at the same place. Neovim 0.7 drops those that begin elsewhere
 * than the others; Emacs those that do not begin with the word.
 */
export function aligned(proposals: readonly Proposal[], before: string): Proposal[] {
  const word = before.length - (wordBefore.exec(before)?.[0].length ?? 0);
  const atWord = proposals.map((each) => (each.start < word ? withoutTyped(each, before, word) : each));
  // One that changes what is in front of the word cannot be found by the word.
  const found = atWord.filter(({ start }) => start >= word);
  const kept = found.length > 0 ? found : atWord;
  const least = kept.reduce((start, each) => Math.min(start, each.start), word);
  return kept.map((each) => foundByText(withTyped(each, before, least), before.slice(least)));
}

/** Found by its text where that begins with what is typed, and its name does not. */
function foundByText({ filter, ...proposal }: Proposal, typed: string): Proposal {
  const begins = (text: string) => text.toLowerCase().startsWith(typed.toLowerCase());
  return filter === undefined || (!begins(filter) && begins(toText(proposal.template)))
    ? proposal
    : { ...proposal, filter };
}

/** Without what is typed already, from the start of the proposal up to `start`, where it begins with that. */
function withoutTyped(proposal: Proposal, before: string, start: number): Proposal {
  const typed = before.slice(proposal.start, start);
  const { template, label, filter = toText(template) } = proposal;
  const [first, ...rest] = template;
  if (typeof first !== 'string' || !first.startsWith(typed) || !filter.startsWith(typed)) return proposal;
  return {
    ...proposal,
    start,
    template: [first.slice(typed.length), ...rest],
    filter: filter.slice(typed.length),
    ...(label.startsWith(typed) && { label: label.slice(typed.length) }),
  };
}

/** With what stands in front of it from `start` on. */
function withTyped(proposal: Proposal, before: string, start: number): Proposal {
  const typed = before.slice(start, proposal.start);
  if (typed === '') return proposal;
  const template: Template = [typed, ...proposal.template];
  const filter = typed + (proposal.filter ?? toText(proposal.template));
  return { ...proposal, start, template, filter };
}

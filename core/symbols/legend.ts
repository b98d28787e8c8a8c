/**
 * The parts of a plan that are coloured by what they mean, as types and modifiers of semantic tokens. The language server
 * declares them, the manifest names them with the scopes that a theme without them falls back to: both from this table.
 */
export const tokenTypes = {
  planBox: 'The box of a step, its brackets included; a modifier says how far the step is.',
  planStamp: 'A date, or a date and time, of a step or an entry.',
  planKey: 'What announces a part of an entry or a milestone, such as "Rationale".',
  planMilestone: 'The name of a milestone, in its heading and where something names it.',
  planPlaceholder: 'Words that stand where the author has to write.',
} as const;

export type TokenType = keyof typeof tokenTypes;

/** What a token of type `planBox` says of its step; each has exactly one. */
export const tokenModifiers = {
  done: 'Of a step that is done.',
  open: 'Of a step that is not begun.',
  partial: 'Of a step that is begun.',
  blocked: 'Of a step that waits for something.',
  dropped: 'Of a step that was given up.',
} as const;

export type TokenModifier = keyof typeof tokenModifiers;

/** The types and modifiers in the order that their numbers are by. */
export const legend: { readonly tokenTypes: readonly TokenType[]; readonly tokenModifiers: readonly TokenModifier[] } =
  {
    tokenTypes: Object.keys(tokenTypes) as TokenType[],
    tokenModifiers: Object.keys(tokenModifiers) as TokenModifier[],
  };

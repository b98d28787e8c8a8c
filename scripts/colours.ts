import { type TokenModifier, type TokenType, tokenModifiers, tokenTypes } from '../core/symbols/legend';

/**
 * The TextMate scopes of the parts of a plan: of the grammar, and what semantic tokens fall back to in a theme that does not
 * know them. They are chosen so that the states of a step differ in every theme that comes with VS Code
 * (test/repository/themes.slow.test.ts): the scopes of what is inserted and deleted do not.
 */
export const scopes = {
  // Green in most themes, as stamps are; what is inserted has the colour of plain text in some.
  done: 'constant.numeric.box.done.execplan',
  open: 'keyword.operator.box.open.execplan',
  partial: 'markup.changed.box.partial.execplan',
  // Bold, as one theme has nearly one colour for what is changed and what is invalid.
  blocked: 'markup.bold.box.blocked.execplan invalid.illegal.box.blocked.execplan',
  dropped: 'markup.strikethrough.box.dropped.execplan',
  stamp: 'constant.numeric.stamp.execplan',
  key: 'entity.name.function.key.execplan',
  milestone: 'entity.name.type.milestone.execplan',
  placeholder: 'variable.parameter.placeholder.execplan',
} as const;

const ofTypes: Readonly<Record<Exclude<TokenType, 'planBox'>, string>> = {
  planStamp: scopes.stamp,
  planKey: scopes.key,
  planMilestone: scopes.milestone,
  planPlaceholder: scopes.placeholder,
};

interface Manifest {
  contributes: object;
}

/** The manifest with the types of semantic tokens, their modifiers, and the scopes that they fall back to. */
export function withColours<T extends Manifest>(manifest: T): T {
  const described = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([id, description]) => ({ id, description }));
  const boxes = (Object.keys(tokenModifiers) as TokenModifier[]).map((state) => [`planBox.${state}`, [scopes[state]]]);
  const others = Object.entries(ofTypes).map(([type, scope]) => [type, [scope]]);
  return {
    ...manifest,
    contributes: {
      ...manifest.contributes,
      semanticTokenTypes: described(tokenTypes),
      semanticTokenModifiers: described(tokenModifiers),
      semanticTokenScopes: [{ language: 'markdown', scopes: Object.fromEntries([...boxes, ...others]) }],
    },
  };
}

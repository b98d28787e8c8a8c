import { inlineKeysOf, keyLinesOf } from '../edits/keyLines';
import { milestoneFinder } from '../plan/milestones';
import type { Entry, Plan, Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { findMentions } from '../rules/search/mentions';
import { findPlaceholders } from '../rules/search/placeholders';
import { remembered } from '../text/remembered';
import type { SearchableText } from '../text/searchableText';
import type { TokenModifier, TokenType } from './legend';

/** A coloured part of one line. Lines and characters are 0-based and in UTF-16 code units. */
export interface Token {
  type: TokenType;
  modifier?: TokenModifier;
  line: number;
  character: number;
  length: number;
}

/** The coloured parts of a plan, in document order; none overlaps the one before it. */
export const tokensOf = remembered((plan: Plan, text: SearchableText): readonly Token[] => {
  const tokens: Token[] = [];
  for (const step of [...plan.steps, ...plan.acceptance]) {
    tokens.push(boxOf(step));
    for (const stamp of step.stamps) tokens.push(stampToken(stamp));
  }
  for (const entry of plan.entries) {
    for (const stamp of entry.stamps) tokens.push(stampToken(stamp));
    tokens.push(...keysOf(entry, text.lines));
  }
  tokens.push(...milestonesOf(plan, text));
  for (const { line, character, endCharacter } of text.find(findPlaceholders, plan.range))
    tokens.push({ type: 'planPlaceholder', line, character, length: endCharacter - character });
  return withoutOverlaps(tokens, text.lines);
});

function boxOf({ range, mark, markCharacter, state, isBlocked }: Step): Token {
  const { line } = range.start;
  const modifier = isBlocked ? 'blocked' : state;
  return { type: 'planBox', modifier, line, character: markCharacter - 1, length: mark.length + 2 };
}

function stampToken({ range: { start, end } }: Stamp): Token {
  return {
    type: 'planStamp',
    line: start.line,
    character: start.character,
    length: end.character - start.character,
  };
}

function keysOf(entry: Entry, lines: readonly string[]): Token[] {
  const own = keyLinesOf(entry, lines).map(
    ({ line, character, words }): Token => ({ type: 'planKey', line, character, length: words.length }),
  );
  const inline = inlineKeysOf(entry, lines).flatMap(({ line, start }): Token[] => {
    const words = /^[*_]{0,3}([^:：*_]{1,40}?)[*_\s]{0,5}[:：]/.exec((lines[line] as string).slice(start, start + 60));
    if (!words) return [];
    const character = start + words[0].indexOf(words[1] as string);
    return [{ type: 'planKey', line, character, length: (words[1] as string).length }];
  });
  return [...own, ...inline];
}

function milestonesOf(plan: Plan, text: SearchableText): Token[] {
  if (plan.milestones.length === 0) return [];
  const find = milestoneFinder(plan.milestones);
  return text
    .find(findMentions, plan.range)
    .filter(({ unit, isQuoted }) => !isQuoted && find(unit) !== undefined)
    .map(({ line, character, name }) => ({ type: 'planMilestone', line, character, length: name.trimEnd().length }));
}

/** In document order, without those that are empty, beyond the end of their line, or begin in another. */
function withoutOverlaps(tokens: readonly Token[], lines: readonly string[]): Token[] {
  const sorted = [...tokens].sort((a, b) => a.line - b.line || a.character - b.character);
  const kept: Token[] = [];
  for (const token of sorted) {
    const before = kept.at(-1);
    if (before && before.line === token.line && token.character < before.character + before.length) continue;
    const length = Math.min(token.length, (lines[token.line] ?? '').length - token.character);
    if (length > 0) kept.push({ ...token, length });
  }
  return kept;
}

import type { Position } from 'vscode-languageserver';
import type { Plan, Section } from '../../../../core/plan/model';
import { planAt } from '../../../../core/plan/planAt';
import type { PieceText } from '../../../../core/text/pieceText';
import { hasLine, wholeLine } from '../../../../core/text/positions';
import type { Found } from '../../../../core/text/searchableText';
import type { Role } from '../../../../core/words/roles';
import type { PlanSource } from '../planSource';

/** Where somebody types. */
export interface Place {
  source: PlanSource;
  plan: Plan;
  /** The innermost section that plays a role. */
  section: Section | undefined;
  line: number;
  character: number;
  /** The line in front of the place, and behind it. */
  before: string;
  behind: string;
  /** True in a block of code. */
  isCode: boolean;
  /** The character that was typed, for a client that asks by itself; undefined for a person who asks. */
  trigger: string | undefined;
}

/** What is known of a place; undefined outside of all plans. */
export function placeAt(source: PlanSource, { line, character }: Position, trigger?: string): Place | undefined {
  const { document, searchable } = source.analysis;
  const { lines } = source.document;
  const { plans } = document;
  // What is typed at the end of a text belongs to its last plan.
  const last = plans.at(-1);
  const plan = planAt(document, line) ?? (last && line >= last.range.end.line ? last : undefined);
  if (!plan) return undefined;
  const text = lines[line] ?? '';
  const sections = plan.sections.filter(({ range }) => hasLine(range, line) || isBehindAll(plan, range.end.line, line));
  return {
    source,
    plan,
    section: sections.sort((a, b) => b.range.start.line - a.range.start.line)[0],
    line,
    character,
    before: text.slice(0, character),
    behind: text.slice(character),
    isCode: searchable.find(findCode, wholeLine(line)).length > 0,
    trigger,
  };
}

/** True where a place is in a section of one of some roles. */
export function isIn({ section }: Place, ...roles: readonly Role[]): boolean {
  return section?.roles.some((role) => roles.includes(role)) === true;
}

function isBehindAll({ range }: Plan, sectionEnd: number, line: number): boolean {
  return line >= range.end.line && sectionEnd >= range.end.line;
}

/** The lines of code of a piece, marks of fences included. */
function findCode(piece: PieceText): Found[] {
  const found: Found[] = [];
  for (let line = piece.line; line < piece.endLine; line++) if (piece.isCode(line)) found.push({ line });
  return found;
}

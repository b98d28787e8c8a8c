import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { planAt } from '../../../../core/plan/planAt';
import { symbolAt } from '../../../../core/symbols/symbols';
import type { PlanSource } from '../planSource';
import { pathHover } from './path';
import type { PathState, Said } from './said';
import { sectionHover } from './section';
import { stampHover } from './stamp';
import { termHover } from './term';
import { milestoneHover, progressHover, stepHover } from './tied';

/** What a place of a plan means, in figures and times; null where there is nothing to say beyond what is written. */
export async function hoverAt(source: PlanSource, position: Position, exists: PathState): Promise<Hover | null> {
  const { document, searchable } = source.analysis;
  const plan = planAt(document, position.line);
  if (!plan) return null;
  const stamp = stampHover(source, plan, position);
  if (stamp) return toHover(stamp);
  const path = await pathHover(source, position, exists);
  if (path) return toHover(path);
  const at = symbolAt({ document, searchable, path: source.path }, position);
  if (at?.symbol.kind === 'milestone') return toHover(milestoneHover(at.symbol.plan, at.symbol.milestone, at.range));
  if (at?.symbol.kind === 'term') return toHover(termHover(source, at));
  const said = progressHover(plan, position) ?? stepHover(plan, position) ?? sectionHover(source, plan, position);
  return toHover(said);
}

function toHover(said: Said | undefined): Hover | null {
  if (!said || said.paragraphs.length === 0) return null;
  return { range: said.range, contents: { kind: MarkupKind.Markdown, value: said.paragraphs.join('\n\n') } };
}

import type { InlayHint, Range } from 'vscode-languageserver';
import { hasLine } from '../../../core/text/positions';
import { planFigures } from './figures';
import type { PlanSource } from './planSource';
import { durationsOf, durationText, exactInstant, stampsOf } from './times';

/**
 * The age of the newest stamp of a plan, how long each step took since the one before it, and the figures of Progress and of
 * milestones for a client that shows no lenses.
 */
export function inlayHints(source: PlanSource, range: Range): InlayHint[] {
  const { analysis, settings, clock, client } = source;
  if (!settings.inlayHints) return [];
  const hints: InlayHint[] = [];
  const put = (line: number, character: number, label: string) => {
    if (label !== '' && line >= range.start.line && line <= range.end.line)
      hints.push({ position: { line, character }, label, paddingLeft: true });
  };
  for (const plan of analysis.document.plans) {
    const exact = stampsOf(plan).flatMap((stamp) => {
      const instant = exactInstant(stamp);
      return instant === undefined || instant > clock.now ? [] : [{ stamp, instant }];
    });
    const newest = exact.reduce<(typeof exact)[number] | undefined>(
      (best, each) => (best && best.instant >= each.instant ? best : each),
      undefined,
    );
    for (const { stamp, sinceLast } of durationsOf(plan)) {
      if (stamp === newest?.stamp || sinceLast === 0) continue;
      put(stamp.range.end.line, stamp.range.end.character, `+${durationText(sinceLast)}`);
    }
    if (newest) {
      const { end } = newest.stamp.range;
      put(end.line, end.character, `−${durationText(clock.now - newest.instant)}`);
    }
    if (client.commands.size > 0 && settings.codeLens) continue;
    for (const { roles, heading } of plan.sections)
      if (roles.includes('progress') && hasLine(plan.range, heading.range.end.line))
        put(heading.range.end.line, heading.range.end.character, planFigures(plan));
    for (const [i, { heading }] of plan.milestones.entries())
      put(heading.range.end.line, heading.range.end.character, planFigures(plan, i));
  }
  return hints.sort((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

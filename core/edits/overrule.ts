import { directiveText } from '../plan/directive';
import type { PlanDocument } from '../plan/model';
import type { Override } from '../plan/reading';
import { bodyStart } from '../text/blocks';
import { at, type PlanEdit } from './planEdit';

/**
 * Writes into a text whether it is a plan: the directive that is there is changed, else a new one stands at its top,
 * behind front matter.
 *
 *     <!-- execplan: ignore -->
 */
export function overrule({ directive }: PlanDocument, text: string, override: Override): PlanEdit[] {
  if (directive)
    return directive.override === override ? [] : [{ range: directive.range, template: [directiveText(override)] }];
  const { line, character } = bodyStart(text);
  return [
    {
      range: at(line, character),
      template: [`${line > 0 && character > 0 ? '\n' : ''}${directiveText(override)}\n\n`],
    },
  ];
}

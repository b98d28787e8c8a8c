import * as vscode from 'vscode';
import { directiveText } from '../../../core/plan/directive';
import { headingOf, isLiving, livingRoles } from '../../../core/plan/sections';
import type { PlanSnapshot } from '../../../server/src/protocol';

/** Why a file that its name calls a plan is not read as one: what was looked for in it, and what was found. */
export function noticeOf({ uri, kind, decidedBy, found }: PlanSnapshot): string {
  const name = vscode.Uri.parse(uri).path.split('/').at(-1) as string;
  if (decidedBy === 'directive')
    return vscode.l10n.t('{0} is not read as a plan: it holds {1}.', name, directiveText('ignore'));
  if (decidedBy === 'setting')
    return vscode.l10n.t('{0} is not read as a plan: the setting {1} names it.', name, 'execplan.files.exclude');
  if (kind === 'guide')
    return vscode.l10n.t(
      '{0} speaks about ExecPlans (a guide or a skeleton); no plan of its own was found in it.',
      name,
    );
  if (found.filter(isLiving).length >= 2 && found.length >= 3)
    return vscode.l10n.t(
      'No ExecPlan was found in {0}: other texts have such headings, too ({1}). Boxes below Progress, or the word ExecPlan near the top, would tell.',
      name,
      found.map(headingOf).join(', '),
    );
  const living = found.filter(isLiving).map(headingOf);
  const others = found.filter((role) => !isLiving(role)).map(headingOf);
  return vscode.l10n.t(
    'No ExecPlan was found in {0}. Looked for two headings out of {1}, and one more of the format; found: {2}.',
    name,
    livingRoles.map(headingOf).join(', '),
    [...living, ...others].join(', ') || vscode.l10n.t('none'),
  );
}

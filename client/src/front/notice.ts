import * as vscode from 'vscode';
import { directiveText } from '../../../core/plan/directive';
import { headingOf, isLiving, livingRoles } from '../../../core/plan/sections';
import type { PlanSnapshot } from '../../../server/src/protocol';

/** Why a file that its name calls a plan is not read as one: what was looked for in it, and what was found. */
export function noticeOf({ uri, kind, decidedBy, found }: PlanSnapshot): string {
  const name = vscode.Uri.parse(uri).path.split('/').at(-1) as string;
  if (decidedBy === 'directive')
    return vscode.l10n.t('{0} is not treated as an ExecPlan: it contains {1}.', name, directiveText('ignore'));
  if (decidedBy === 'setting')
    return vscode.l10n.t(
      '{0} is not treated as an ExecPlan: the setting {1} excludes it.',
      name,
      'execplan.files.exclude',
    );
  if (kind === 'guide')
    return vscode.l10n.t('{0} is about ExecPlans (a guide or a template), but is not one itself.', name);
  if (found.filter(isLiving).length >= 2 && found.length >= 3)
    return vscode.l10n.t(
      '{0} is not recognized as an ExecPlan: other documents have such headings, too ({1}). Add checkboxes below Progress, or the word ExecPlan near the top.',
      name,
      found.map(headingOf).join(', '),
    );
  const living = found.filter(isLiving).map(headingOf);
  const others = found.filter((role) => !isLiving(role)).map(headingOf);
  return vscode.l10n.t(
    '{0} is not recognized as an ExecPlan: it needs two of the headings {1}, and one more of the format. It has: {2}.',
    name,
    livingRoles.map(headingOf).join(', '),
    [...living, ...others].join(', ') || vscode.l10n.t('none'),
  );
}

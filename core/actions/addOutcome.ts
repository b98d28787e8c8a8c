import { t } from '@vscode/l10n';
import { entryAction } from './entryAction';

export const addOutcome = entryAction({
  id: 'addOutcome',
  summary: 'Adds an entry to Outcomes & Retrospective, stamped with the present time.',
  role: 'outcomes',
  parts: ['text', 'remaining'],
  command: { title: 'Add Outcome', icon: 'flag' },
  title: () => t('Add an outcome, stamped now'),
});

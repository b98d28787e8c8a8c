import { t } from '@vscode/l10n';
import { entryAction } from './entryAction';

export const addDoneStep = entryAction({
  id: 'addDoneStep',
  summary: 'Adds a done step to Progress, stamped with the present time, behind the steps of the milestone in work.',
  role: 'progress',
  parts: ['text'],
  command: { title: 'Add Done Step', icon: 'checklist', key: 'shift+a' },
  title: () => t('Add a done step, stamped now'),
});

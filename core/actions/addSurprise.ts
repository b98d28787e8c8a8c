import { t } from '@vscode/l10n';
import { entryAction } from './entryAction';

export const addSurprise = entryAction({
  id: 'addSurprise',
  summary: 'Adds an entry to Surprises & Discoveries, stamped with the present time.',
  role: 'surprises',
  parts: ['text', 'evidence'],
  command: { title: 'Add Surprise', icon: 'lightbulb', key: 'shift+s' },
  title: () => t('Add a surprise, stamped now'),
});

import { t } from '@vscode/l10n';
import { entryAction } from './entryAction';

export const addDecision = entryAction({
  id: 'addDecision',
  summary: 'Adds an entry to the Decision Log, stamped with the present time.',
  role: 'decisions',
  parts: ['text', 'rationale', 'author'],
  command: { title: 'Add Decision', icon: 'law', key: 'shift+d' },
  title: () => t('Add a decision, stamped now'),
});

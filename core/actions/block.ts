import { t } from '@vscode/l10n';
import { blockStep } from '../edits/dropStep';
import { reasonAction } from './reasonAction';

export const block = reasonAction({
  id: 'block',
  summary:
    "Says of the steps on some lines that they wait for something, by the plan's own mark or in words, with the reason.",
  command: { title: 'Block Step', icon: 'debug-pause' },
  title: () => t('Mark this step as blocked'),
  edit: blockStep,
  isAlready: ({ isBlocked }) => isBlocked,
  already: { refused: 'alreadyBlocked' },
});

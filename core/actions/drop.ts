import { t } from '@vscode/l10n';
import { dropStep } from '../edits/dropStep';
import { reasonAction } from './reasonAction';

export const drop = reasonAction({
  id: 'drop',
  summary: "Gives the steps on some lines up, by the plan's own mark or by striking them out, with the reason.",
  command: { title: 'Drop Step', icon: 'circle-slash' },
  title: () => t('Drop this step'),
  edit: dropStep,
  isAlready: ({ state }) => state === 'dropped',
  already: { refused: 'alreadyDropped' },
});

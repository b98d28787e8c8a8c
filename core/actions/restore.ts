import { restorePath } from '../plan/planPath';
import { archiveAction } from './archiveAction';

export const restore = archiveAction({
  id: 'restore',
  summary: 'Moves a plan back from the folder of finished ones, sets its status, and has links to it and in it follow.',
  command: { title: 'Restore Plan', icon: 'reply' },
  target: (path, _, folders) => restorePath(path, folders),
  state: () => 'active',
});

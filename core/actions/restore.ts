import { restorePath } from '../plan/planPath';
import { archiveAction, type MoveParams } from './archiveAction';

export const restore = archiveAction<'restore', MoveParams>({
  id: 'restore',
  summary:
    'Moves a plan back from the folder of those that are over, sets its status, and has links to it and in it follow.',
  params: {},
  command: { title: 'Restore Plan', icon: 'reply' },
  target: (path, _, folders) => restorePath(path, folders),
  state: () => 'active',
});

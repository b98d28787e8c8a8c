import { archivePath } from '../plan/planPath';
import { archiveAction, isFinished } from './archiveAction';

export const archive = archiveAction({
  id: 'archive',
  summary: 'Moves a plan to the folder of finished ones, sets its status, and has links to it and in it follow.',
  command: { title: 'Archive Plan', icon: 'archive' },
  target: (path, state, folders) => archivePath(path, state === 'done', folders),
  state: (plan) => (isFinished(plan) ? 'done' : 'abandoned'),
});

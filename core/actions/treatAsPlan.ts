import { overrideAction } from './overrideAction';

export const treatAsPlan = overrideAction({
  id: 'treatAsPlan',
  summary: 'Writes into a text that it is an ExecPlan, whatever else it holds.',
  needs: 'otherText',
  override: 'plan',
  command: { title: 'Treat as ExecPlan', icon: 'pass' },
});

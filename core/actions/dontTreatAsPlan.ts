import { overrideAction } from './overrideAction';

export const dontTreatAsPlan = overrideAction({
  id: 'dontTreatAsPlan',
  summary: 'Writes into a text that it is no ExecPlan, whatever else it holds.',
  needs: 'plan',
  override: 'ignore',
  command: { title: "Don't Treat as ExecPlan", icon: 'circle-slash' },
});

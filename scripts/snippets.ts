import { fillForm } from '../core/edits/entryForm';
import {
  decisionForm,
  doneStep,
  milestoneTemplate,
  openStep,
  outcomeForm,
  surpriseForm,
} from '../core/edits/entryTemplate';
import { newPlan } from '../core/edits/newPlan';
import { type Template, toSnippet } from '../core/edits/template';

interface Snippet {
  prefix: string;
  scope: 'markdown';
  /** Offered by "Snippets: Fill File with Snippet". */
  isFileTemplate?: true;
  description: string;
  body: string[];
}

/** Stands in a template for the present, which only the editor knows. */
const now = '\uE000';

/** The reader's local time with its offset: VS Code's variables are local, and a stamp without a zone would not say so. */
const localNow = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE$CURRENT_TIMEZONE_OFFSET';

/** The content of `snippets/execplan.code-snippets`: the skeletons of the engine in the syntax of VS Code. */
export function snippets(): Record<string, Snippet> {
  return {
    ExecPlan: {
      ...snippet(
        'execplan',
        'A new ExecPlan with the twelve sections of the OpenAI Cookbook',
        newPlan({ template: 'cookbook', stamp: now }),
      ),
      isFileTemplate: true,
    },
    'ExecPlan with milestones as sections': {
      ...snippet(
        'execplan-seed',
        'A new ExecPlan with bare stamps and a section for each milestone',
        newPlan({ template: 'seed', stamp: now }),
      ),
      isFileTemplate: true,
    },
    'ExecPlan milestone': snippet(
      'execplan-milestone',
      'A milestone below Plan of Work',
      milestoneTemplate('cookbook'),
    ),
    'ExecPlan milestone as a section': snippet(
      'execplan-seed-milestone',
      'A milestone with scope, deliverables, commands and expected output',
      milestoneTemplate('seed'),
    ),
    'ExecPlan step': snippet('execplan-progress', 'A step that is still to do', openStep()),
    'ExecPlan step done': snippet('execplan-done', 'A step that was done just now', doneStep('cookbook', now)),
    'ExecPlan surprise': snippet(
      'execplan-surprise',
      'An observation with its evidence',
      fillForm(surpriseForm('cookbook', now)),
    ),
    'ExecPlan decision': snippet(
      'execplan-decision',
      'A decision with rationale, date and author',
      fillForm(decisionForm('cookbook', now)),
    ),
    'ExecPlan outcome': snippet(
      'execplan-outcome',
      'What a milestone or the plan came to',
      fillForm(outcomeForm('cookbook', now)),
    ),
  };
}

function snippet(prefix: string, description: string, template: Template): Snippet {
  const body = toSnippet(template).replaceAll(now, localNow).replace(/\n$/, '').split('\n');
  return { prefix, scope: 'markdown', description, body };
}

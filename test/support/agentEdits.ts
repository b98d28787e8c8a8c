import { planOf20 } from './planOf20';

/** The words of each step of `planOf20`, in its order. */
export const stepNames = [1, 2, 3, 4].flatMap((part) =>
  [1, 2, 3, 4, 5].map((number) => `of part ${part}, number ${number}.`),
);

/** What an agent does to the file of `planOf20` at one of its steps, and what a hook has to say of it. */
export interface AgentEdit {
  text: string;
  /** Undefined for an edit that is right. */
  told: RegExp | undefined;
}

/** The present in the plan's shape. */
const stamp = (year = 0) => {
  const now = new Date().toISOString();
  return `(${Number(now.slice(0, 4)) + year}${now.slice(4, 10)} ${now.slice(11, 16)}Z) `;
};

/** A text with a step ticked; without `by` its box alone. */
function ticked(text: string, step: number, by = stamp()): string {
  const line = lineOf(text, step);
  return text.replace(line, line.replace('- [ ] ', `- [x] ${by}`));
}

function lineOf(text: string, step: number): string {
  return text.split('\n').find((each) => each.includes(stepNames[step] as string)) as string;
}

/** What agents do wrong, each in its own way. */
const wrongs: readonly ((text: string, step: number) => AgentEdit)[] = [
  (text, step) => ({ text: ticked(text, step, ''), told: at(text, step, /no timestamp/) }),
  (text, step) => ({ text: ticked(text, step, stamp(1)), told: at(text, step, /future/) }),
  (text, step) => ({ text: text.replace(`${lineOf(text, step)}\n`, ''), told: /1 step that stood there is gone/ }),
  (text, step) => {
    const before = lineOf(text, step - 1);
    return { text: text.replace(before, before.replace('- [x]', '- [ ]')), told: /steps? were done, and \d+ are now/ };
  },
  (text) => ({
    text: text.replace('## Decision Log\n\nNone yet.\n\n', ''),
    told: /the section .*Decision Log.* is gone/,
  }),
];

/** Where the plan's hook has to point to. */
function at(text: string, step: number, message: RegExp): RegExp {
  return new RegExp(`:${text.split('\n').indexOf(lineOf(text, step)) + 1}: .*${message.source}`);
}

/** The edits of an agent that does every second step wrong first, and right when it is told: from `planOf20` to all ticked. */
export function* agentEdits(): Generator<AgentEdit> {
  let text = planOf20();
  for (const step of stepNames.keys()) {
    if (step % 2 === 1) yield (wrongs[Math.floor(step / 2) % wrongs.length] as (typeof wrongs)[number])(text, step);
    text = ticked(text, step);
    yield { text, told: undefined };
  }
}

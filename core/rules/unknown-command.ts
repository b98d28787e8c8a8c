import { t } from '@vscode/l10n';
import { within } from '../edits/planEdit';
import type { Plan } from '../plan/model';
import { lineTest } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import type { FolderTasks, TaskTool } from '../text/tasks';
import { tellsAbsence } from '../words/fileChanges';
import { isActive } from './facts/headingRanges';
import { nearest } from './fixes/nearestName';
import { writeInsteadTitle } from './fixes/titles';
import type { Problem, Rule, RuleDocs } from './rule';
import { findTaskCommands, type TaskCommand } from './search/taskCommands';

/** A command that runs something by a name that the repository does not have. */
export const unknownCommand: Rule = {
  id: 'unknown-command',
  severity: { recommended: 'information', cookbook: 'information' },
  summary: 'A command runs a script, a target or a recipe that does not exist.',
  *check(plan, { text, existence }) {
    const commands = existence?.tasks && isActive(plan) ? text.find(findTaskCommands, plan.range) : [];
    // Nobody needs to know what can be run where nothing is.
    const tasks = commands.length > 0 ? existence?.tasks?.() : undefined;
    if (!tasks) return;
    for (const command of commands) {
      const { tool, name, isElsewhere } = command;
      const there = tasks[tool];
      if (isElsewhere || !there?.isComplete || there.names.includes(name)) continue;
      // A path that is a file is a target, too; what the plan tells of elsewhere, it may be about to make.
      if (/[./]/.test(name) || isTold(plan, command, text)) continue;
      yield problemOf(command, tasks);
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'The reader copies the command, and it fails before the work begins: a name was changed since, or was guessed. Reported only while the plan has open steps, and only of a `package.json`, a Makefile or a justfile that names all there is: one that includes others, has rules for patterns or was itself generated may have more. A name that the plan tells of elsewhere may be one that it is about to make.',
  source: 'Seed, Testing Strategies: "Commands produce the expected output".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nAt the top of the repository:\n\n    npm run biuld\n            ^^^^^',
    good: '# Serve thumbnails from a cache\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request, and add the script `fill`\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nAt the top of the repository:\n\n    npm run build\n    npm run fill',
  },
};

/** True where the plan speaks of a name beside running it: in words, in quotes, at the start of a rule. */
function isTold({ range, steps }: Plan, { name, tool, line }: TaskCommand, text: SearchableText): boolean {
  const isToCome = lineTest(steps.filter(({ state }) => state !== 'done').map((step) => step.range));
  if (isToCome(line) || tellsAbsence(text.lines[line] ?? '')) return true;
  const end = Math.min(range.end.line + 1, text.lines.length);
  for (let each = range.start.line; each < end; each++) {
    const words = text.lines[each] as string;
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length)) {
      const before = words.slice(Math.max(0, at - 40), at);
      const behind = words.slice(at + name.length);
      if (/[\w-]$/.test(before) || /^[\w-]/.test(behind)) continue;
      const run = runs[tool].exec(before);
      if (!run && (/[`"']$/.test(before) || /^\s{0,3}:/.test(behind))) return true;
      if (run && tellsAbsence(words.slice(0, at - run[0].length))) return true;
    }
  }
  return false;
}

const runs: Readonly<Record<TaskTool, RegExp>> = {
  npm: /\b(?:npm|pnpm|yarn|bun)\s+(?:run(?:-script)?\s+)?$/,
  make: /\bmake\s+(?:-\S+\s+|[A-Z_]+=\S*\s+){0,4}$/,
  just: /\bjust\s+$/,
};

function problemOf({ tool, name, line, character, endCharacter }: TaskCommand, tasks: FolderTasks): Problem {
  const range = within(line, character, endCharacter);
  return {
    range,
    message: messageOf(tool, name),
    fixes: () =>
      nearest(name, tasks[tool]?.names ?? []).map((each) => ({
        title: writeInsteadTitle(each),
        edits: [{ range, template: [each] }],
        safe: false,
      })),
  };
}

function messageOf(tool: TaskTool, name: string): string {
  switch (tool) {
    case 'npm':
      return t('package.json has no script "{0}"', name);
    case 'make':
      return t('The Makefile has no target "{0}"', name);
    case 'just':
      return t('The justfile has no recipe "{0}"', name);
  }
}

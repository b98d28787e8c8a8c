import { headingOf, livingRoles, sections } from '../plan/sections';
import { listIn, phraseAround, phraseIn } from '../words/phrases';
import type { Role } from '../words/roles';
import { type Dialect, milestoneTemplate } from './entryTemplate';
import { type TabStop, type Template, tabStops } from './template';

/** What a new plan has in it: a dialect's sections, or the least that a plan needs. */
export const planTemplates = ['cookbook', 'seed', 'short'] as const satisfies readonly (Dialect | 'short')[];

export type PlanTemplate = (typeof planTemplates)[number];

/** What a new plan begins with. */
export interface NewPlan {
  template: PlanTemplate;
  /** The present, as it is to stand in the plan, without brackets. */
  stamp: string;
  /** The plan's title; a tab stop when it is left out. */
  title?: string;
  /** The path of the repository's PLANS.md from its root; when it is left out, the plan asks for it. */
  guide?: string;
}

type Tab = (text: string) => TabStop;

/**
 * The skeleton of a new plan. Everything in it is true on the day it is made: no step is done, nothing is claimed,
 * and each placeholder says what to write in its stead.
 */
export function newPlan(plan: NewPlan): Template {
  if (plan.template === 'short') return shortPlan(plan);
  return plan.template === 'seed' ? seedPlan(plan) : cookbookPlan(plan);
}

function cookbookPlan({ stamp, title, guide }: NewPlan): Template {
  const tab = tabStops();
  return [
    ...['# ', title ?? tab('Short, action-oriented description'), '\n\n'],
    ...[phraseIn('en', 'living', listIn('en', livingRoles.map(headingOf))), '\n\n'],
    ...[...guideSentence(tab, guide), '\n\n'],
    ...sections.flatMap(({ role, heading }) => section(heading, bodies[role](tab))),
    firstNote(stamp),
  ];
}

/** For work of a day: what it is for, the four living sections, and how one sees that it works. */
function shortPlan({ stamp, title }: NewPlan): Template {
  const tab = tabStops();
  const standard = (role: Role) => section(headingOf(role), bodies[role](tab));
  return [
    ...['# ', title ?? tab('Short, action-oriented description'), '\n\n'],
    ...[phraseIn('en', 'living', listIn('en', livingRoles.map(headingOf))), '\n\n'],
    ...standard('purpose'),
    ...livingRoles.flatMap(standard),
    ...standard('validation'),
    firstNote(stamp),
  ];
}

function seedPlan({ stamp, title }: NewPlan): Template {
  const tab = tabStops();
  const standard = (role: Role) => section(seedHeading(role), bodies[role](tab));
  return [
    ...['# ExecPlan: ', title ?? tab('Short, action-oriented description'), '\n\n'],
    ...standard('purpose'),
    ...livingRoles.flatMap(standard),
    ...standard('context'),
    ...section('Requirements', [
      '- ',
      tab('What must hold. When it changes, add an indented line with the date and the reason.'),
    ]),
    ...[...milestoneTemplate('seed', tab), '\n\n'],
    ...standard('validation'),
    ...standard('idempotence'),
    firstNote(stamp),
  ];
}

/** What stands below each heading, in the Cookbook's form: prose, boxes in Progress alone, code by indentation. */
export const bodies: Readonly<Record<Role, (tab: Tab) => Template>> = {
  purpose: (tab) => [
    tab('Say what someone can do after this change that they cannot do now, and how they can see it work.'),
  ],
  progress: (tab) => [
    ...['- [ ] ', tab('Write this plan: fill in every section'), '\n'],
    ...['- [ ] ', tab('Name the first step towards the purpose')],
  ],
  surprises: (tab) => [tab('None yet.')],
  decisions: (tab) => [tab('None yet.')],
  outcomes: (tab) => [tab('None yet.')],
  context: (tab) => [
    tab(
      'Describe what is there today as if the reader knew nothing: name each file by its path from the repository root, and explain every term that is not plain English.',
    ),
  ],
  planOfWork: (tab) => [tab('Tell in prose which places change, in which order, and what each gets.')],
  concreteSteps: (tab) => [
    ...['In ', tab('the repository root'), ', run:\n\n    ', tab('command'), '\n\n'],
    ...['and expect to see:\n\n    ', tab('what the command prints')],
  ],
  validation: (tab) => [tab('Say what to start, what to do with it, and what a person then sees.')],
  idempotence: (tab) => [
    tab('Say which steps can be repeated without harm, and how to go back when one fails halfway.'),
  ],
  artifacts: (tab) => [tab('Keep the shortest transcripts and diffs that prove the work, indented by four spaces.')],
  interfaces: (tab) => [
    tab(
      'Name the modules, types and signatures that exist in the end, and the libraries they rest on, with the reasons.',
    ),
  ],
};

function section(heading: string, body: Template): Template {
  return [`## ${heading}\n\n`, ...body, '\n\n'];
}

/** The seed writes a heading's slash without spaces. */
function seedHeading(role: Role): string {
  return headingOf(role).replace(/ \/ /g, '/');
}

function guideSentence(tab: Tab, guide: string | undefined): Template {
  if (guide === undefined)
    return [tab('If the repository has a PLANS.md, name its path here; if it has none, delete this line.')];
  const [before, behind] = phraseAround('en', 'guide');
  return [`${before}\`${guide}\`${behind}`];
}

/** The first of the notes that tell at the bottom of a plan what was revised, and why. */
function firstNote(stamp: string): string {
  return `Revision note (${stamp}): first version of this plan.\n`;
}

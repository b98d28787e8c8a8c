import { inOneLine } from '../edits/entryForm';
import { newPlan as newPlanText, type PlanTemplate, planTemplates } from '../edits/newPlan';
import { fillOwnTemplate } from '../edits/ownTemplate';
import { dateOf, defaultShape, stampText } from '../edits/stamp';
import type { Action } from './action';
import { oneOf, optional, text, words } from './params';

/** What a new plan begins with. */
export interface NewPlanParams {
  /** What it has in it; it counts where there is no template of the project's own. */
  template: PlanTemplate;
  title?: string | undefined;
  /** The text of the project's own template. */
  own?: string | undefined;
  /** The path of the repository's rules for plans, from its top. */
  guide?: string | undefined;
}

export const newPlan: Action<'newPlan', NewPlanParams, unknown> = {
  id: 'newPlan',
  summary: 'Makes the text of a new plan, with places to type at.',
  params: {
    template: oneOf(
      'what it has in it: the twelve sections of the Cookbook, the milestones of the specification, or the least of both',
      planTemplates,
    ),
    title: optional(words('its title')),
    own: optional(text("the text of the project's own template, which counts in place of the others")),
    guide: optional(words("the path of the repository's rules for plans, from its top")),
  },
  needs: 'nothing',
  makesText: true,
  command: { title: 'Create New Plan', icon: 'new-file' },
  run(_, { template, title, own, guide }, { clock, author }) {
    const stamp = stampText(defaultShape(clock), clock);
    const said = title === undefined ? undefined : inOneLine(title);
    if (own !== undefined) return { text: fillOwnTemplate(own, { title: said, stamp, date: dateOf(clock), author }) };
    const facts = { ...(said === undefined ? {} : { title: said }), ...(guide === undefined ? {} : { guide }) };
    return { text: newPlanText({ template, stamp, ...facts }) };
  },
};

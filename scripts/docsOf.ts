import type { Rule, RuleDocs } from '../core/rules/rule';

/** What a rule's file says for its page. */
export async function docsOf({ id }: Rule): Promise<RuleDocs> {
  const { docs }: { docs: RuleDocs } = await import(`../core/rules/${id}.ts`);
  return docs;
}

import type { Rule, RuleDocs } from '../server/src/lint/rule';

/** What a rule's file says for its page. */
export async function docsOf({ id }: Rule): Promise<RuleDocs> {
  const { docs }: { docs: RuleDocs } = await import(`../server/src/lint/rules/${id}.ts`);
  return docs;
}

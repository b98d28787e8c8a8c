/** Where a repository has its rules for plans, from its top: the first that is there counts. */
export const guidePlaces: readonly string[] = [
  ...['PLANS.md', '.agent/PLANS.md', '.agents/PLANS.md', 'docs/PLANS.md', '.codex/PLANS.md'],
];

/**
 * The files in which a project keeps templates of plans, as globs from its top, in the order in which they count: `beside`
 * the plans, which lie in `folder`, where one is there to be used; the others are there to be chosen.
 */
export function templateGlobs(folder: string): { beside: string; others: readonly string[] } {
  const names = '{_template,_TEMPLATE,template,TEMPLATE}.md';
  return {
    beside: folder === '' ? '{_template,_TEMPLATE}.md' : `${folder}/${names}`,
    others: [
      '{.agent,.agents}/templates/*.md',
      `{plans,docs/plans,.agent,.agents}/${names}`,
      '**/exec-plans/_template.md',
    ],
  };
}

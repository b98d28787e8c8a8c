import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules } from '../../core/rules/list';
import { configurationSchema } from '../../scripts/configurationSchema';
import { withGenerated, withRuleTexts } from '../../scripts/manifest';
import { protocolDocs } from '../../scripts/protocolDocs';
import { rulePage, ruleTable } from '../../scripts/ruleDocs';
import { sectionDocs } from '../../scripts/sectionDocs';
import { checkGenerated, checkGeneratedText } from '../support/generated';
import { root } from '../support/root';

// Stale files are rewritten by `UPDATE=1 npm run test:unit`.
describe('generated files', () => {
  it('package.json has a setting for each rule, and is activated where plans lie', () => {
    checkGenerated('package.json', withGenerated(read('package.json')));
  });

  it('package.nls.json tells what each rule finds', () => {
    checkGenerated('package.nls.json', withRuleTexts(read('package.nls.json')));
  });

  it('the schema of execplan.config.json names each rule', () => {
    checkGenerated('schemas/execplan.config.schema.json', configurationSchema());
  });

  it('docs/section-names.md lists what the tables have', () => {
    checkGeneratedText('docs/section-names.md', sectionDocs());
  });

  it('docs/protocol.md has the messages of the protocol, with their types', () =>
    checkGeneratedText('docs/protocol.md', protocolDocs()));

  it('docs/rules.md lists the rules', () => checkGeneratedText('docs/rules.md', ruleTable()));

  for (const rule of rules) {
    const path = `docs/rules/${rule.id}.md`;
    it(`${path} says what the rule says`, async () => checkGeneratedText(path, await rulePage(rule)));
  }
});

function read(path: string) {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
}

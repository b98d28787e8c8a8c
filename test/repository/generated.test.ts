import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules } from '../../core/rules/list';
import { withColours } from '../../scripts/colours';
import { withCommands, withCommandTexts } from '../../scripts/commands';
import { configurationSchema } from '../../scripts/configurationSchema';
import { hookTable } from '../../scripts/hookDocs';
import { withGenerated, withSettingTexts, withToolTexts } from '../../scripts/manifest';
import { withMarked } from '../../scripts/marked';
import { protocolDocs } from '../../scripts/protocolDocs';
import { readingBlocks } from '../../scripts/readingDocs';
import { rulePage, ruleTable } from '../../scripts/ruleDocs';
import { sectionDocs } from '../../scripts/sectionDocs';
import { editorTable, repositoryExample, repositoryTable } from '../../scripts/settingsDocs';
import { toolTable } from '../../scripts/toolDocs';
import { checkGenerated, checkGeneratedText } from '../support/generated';
import { root } from '../support/root';

// Stale files are rewritten by `UPDATE=1 npm run test:unit`.
describe('generated files', () => {
  it('package.json has the commands and the settings, and is activated where plans lie', () => {
    checkGenerated('package.json', withColours(withCommands(withGenerated(read('package.json')))));
  });

  it('package.nls.json has the titles of the commands, and tells what each setting says and each rule finds', () => {
    checkGenerated('package.nls.json', withCommandTexts(withToolTexts(withSettingTexts(read('package.nls.json')))));
  });

  it('the schema of execplan.config.json has its settings, and each rule', () => {
    checkGenerated('schemas/execplan.config.schema.json', configurationSchema());
  });

  it('README.md lists the settings', () => {
    checkGeneratedText('README.md', withMarked(readText('README.md'), 'settings', editorTable()));
  });

  it('docs/configuration.md lists the keys of execplan.config.json, with an example', () => {
    const path = 'docs/configuration.md';
    const withExample = withMarked(readText(path), 'example', repositoryExample());
    checkGeneratedText(path, withMarked(withExample, 'keys', repositoryTable()));
  });

  it('docs/section-names.md lists what the tables have', () => {
    checkGeneratedText('docs/section-names.md', sectionDocs());
  });

  it('docs/reading.md lists the names of keys, units and zones', () => {
    const path = 'docs/reading.md';
    const blocks = Object.entries(readingBlocks);
    const marked = blocks.reduce((text, [name, lines]) => withMarked(text, name, lines()), readText(path));
    checkGeneratedText(path, marked);
  });

  it('docs/hooks.md lists who hears what of which event', () => {
    checkGeneratedText('docs/hooks.md', withMarked(readText('docs/hooks.md'), 'events', hookTable()));
  });

  it('docs/protocol.md has the messages of the protocol, with their types', () =>
    checkGeneratedText('docs/protocol.md', protocolDocs()));

  it('docs/agents.md lists the tools for agents', () => {
    const path = 'docs/agents.md';
    checkGeneratedText(path, withMarked(readText(path), 'tools', toolTable()));
  });

  it('docs/rules.md lists the rules', () => checkGeneratedText('docs/rules.md', ruleTable()));

  for (const rule of rules) {
    const path = `docs/rules/${rule.id}.md`;
    it(`${path} says what the rule says`, async () => checkGeneratedText(path, await rulePage(rule)));
  }
});

function read(path: string) {
  return JSON.parse(readText(path));
}

function readText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

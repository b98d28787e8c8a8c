import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse as parseYaml } from 'yaml';
import { phases } from '../../core/handoff/phases';
import { planGlobs } from '../../core/plan/locations';
import { tools } from '../../core/tools/list';
import { describedProgram } from '../../scripts/commandDocs';
import { root } from '../support/root';

const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const skill = read('skills/execplan/SKILL.md');
const prompts = phases.map((phase) => `chat/execplan-${phase}.prompt.md`);
const texts = [skill, read('chat/execplan.instructions.md'), ...prompts.map(read)];

const program = describedProgram();

/** What stands between the lines of dashes at the top. */
const frontMatter = (text: string) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? assert.fail('no front matter');

describe('what agents are told', () => {
  it('names commands, options and tools that there are', () => {
    for (const text of texts) {
      for (const [, name = '', rest = ''] of text.matchAll(/`execplan ([a-z]+)([^`]*)`/g)) {
        const command = program.commands.find((each) => each.name() === name) ?? assert.fail(`execplan ${name}`);
        for (const [option] of rest.matchAll(/--[a-z-]+/g))
          assert.ok(
            command.options.some(({ long }) => long === option),
            `execplan ${name} ${option}`,
          );
      }
      for (const [, name] of text.matchAll(/\b(plan_[a-z]+)\b/g))
        assert.ok(
          tools.some((tool) => tool.name === name),
          name,
        );
    }
  });

  it('tells in the skill of each tool', () => {
    for (const { name } of tools) assert.ok(skill.includes(`\`${name}\``), name);
  });

  it('is a page', () => {
    assert.ok(skill.split('\n').length <= 90);
    const { name, description } = parseYaml(frontMatter(skill));
    assert.equal(name, 'execplan');
    assert.match(description, /^.{60,1000}$/);
  });

  // Agents drop a front matter that is no YAML, and all that it says: a colon and a blank in a text need quotes.
  it('has a front matter that is YAML, all of it texts', () => {
    for (const text of texts)
      for (const [key, value] of Object.entries(parseYaml(frontMatter(text))))
        assert.equal(typeof value, 'string', key);
  });

  it('holds no time but those of the example', () => {
    for (const text of texts) assert.doesNotMatch(text.replace('(2026-02-09 11:19Z)', ''), /\d{4}-\d\d-\d\d|\d\d:\d\d/);
  });
});

describe('what VS Code is given for chats', () => {
  it('is there, and is in the package', () => {
    const { chatSkills, chatInstructions, chatPromptFiles } = manifest.contributes;
    const paths = [...chatSkills, ...chatInstructions, ...chatPromptFiles].map(({ path }: { path: string }) => path);
    assert.deepEqual(paths, [
      './skills/execplan/SKILL.md',
      './chat/execplan.instructions.md',
      ...prompts.map((path) => `./${path}`),
    ]);
    for (const path of paths) assert.ok(existsSync(new URL(path, root)), path);
    assert.match(read('.vscodeignore'), /^!skills\/execplan\/SKILL\.md\n!chat\/\*\.md$/m);
  });

  it('applies to where plans lie', () => {
    assert.ok(frontMatter(read('chat/execplan.instructions.md')).includes(`applyTo: '${planGlobs.join(',')}'`));
  });

  it('has a prompt of its name for each phase', () => {
    for (const [i, phase] of phases.entries())
      assert.match(frontMatter(read(prompts[i] as string)), new RegExp(`^name: execplan-${phase}$`, 'm'));
  });
});

describe('the wrappers for plugins', () => {
  const manifests = ['plugin.json', '.claude-plugin/plugin.json', '.codex-plugin/plugin.json'].map((path) =>
    JSON.parse(read(path)),
  );

  it('say the same of the plugin as the package does', () => {
    for (const each of manifests) {
      assert.deepEqual([each.name, each.version, each.license], [manifest.name, manifest.version, manifest.license]);
      assert.equal(each.description, manifests[0].description);
    }
  });

  it('have no field that the standard does not know', () => {
    const known = [
      '$schema',
      'name',
      'version',
      'description',
      'author',
      'homepage',
      'repository',
      'license',
      'keywords',
      'extensions',
    ];
    assert.deepEqual(
      Object.keys(manifests[0]).filter((key) => !known.includes(key)),
      [],
    );
  });

  it('start the same server', () => {
    const { command, args } = JSON.parse(read('mcp.json')).mcpServers.execplan;
    assert.deepEqual(manifests[1].mcpServers.execplan, { command, args });
    assert.equal(manifests[2].mcpServers, './mcp.json');
    assert.ok(program.commands.some((each) => each.name() === args[0]));
  });
});

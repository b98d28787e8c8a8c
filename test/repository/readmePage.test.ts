import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { forExtensionPage } from '../../scripts/readmePage';
import { root } from '../support/root';

describe("the README on the extension's page", () => {
  const page = forExtensionPage(readFileSync(new URL('README.md', root), 'utf8'), () => 'AAAA');

  it('has no link and no picture that VS Code would not follow there', () => {
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    assert.ok(targets.length > 0);
    for (const target of targets) assert.match(target, /^(?:https:|data:image\/png;base64,|#)/);
  });

  it('says how its pages are opened, below its title', () => {
    assert.match(page, /^# .*\n\n> The pages .*Open Documentation/);
    assert.match(page, /\*All rules\*/);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { filesBelow } from '../../scripts/files';
import { root } from '../support/root';

/**
 * What a bundle may weigh in kB (1,000 bytes), compressed as a package compresses it. A few per cent above what they
 * weigh: whoever goes beyond has put in a library or a table that may not be needed there. docs/performance.md tells
 * what is in them.
 */
const budgets: Readonly<Record<string, number>> = {
  'cli.js': 1.35,
  'commands.js': 320,
  'hook.js': 6.5,
  'hookPlans.js': 131,
  'client.js': 152,
  'client.web.js': 147,
  'mcp.js': 77,
  'server.js': 301,
  'server.web.js': 287,
  'webview.js': 36,
  'webview.css': 4,
};

const dist = fileURLToPath(new URL('dist/', root));
const size = (file: string) => gzipSync(readFileSync(`${dist}${file}`), { level: 9 }).length / 1000;

describe('the bundles', () => {
  it('are those of the table', () => {
    const files = filesBelow(dist).map((file) => file.slice(dist.length));
    assert.deepEqual(files.sort(), Object.keys(budgets).sort());
  });

  it('have nothing of MCP but in the one that an MCP server loads', () => {
    const having = Object.keys(budgets).filter((file) =>
      readFileSync(`${dist}${file}`, 'utf8').includes('modelcontextprotocol'),
    );
    assert.deepEqual(having, ['mcp.js']);
  });

  for (const [file, budget] of Object.entries(budgets))
    it(`${file} weighs at most ${budget} kB`, () => {
      assert.ok(size(file) <= budget, `${size(file)} kB`);
    });
});

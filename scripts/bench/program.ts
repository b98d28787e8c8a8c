import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runCommand } from '../command';
import { root, scratch } from '../paths';

/**
 * Bundles a program of this folder and runs it in a Node of its own, without what tsx puts around functions; returns
 * what it prints as JSON.
 */
export async function runProgram<T>(name: string, flags: readonly string[], args: readonly string[]): Promise<T> {
  const bundle = join(scratch, `${process.pid}-${name}.cjs`);
  try {
    await build({
      entryPoints: [join(root, 'scripts/bench', `${name}.ts`)],
      outfile: bundle,
      bundle: true,
      format: 'cjs',
      external: ['tinybench', 'markdownlint', 'vscode-markdown-languageservice'],
      mainFields: ['module', 'main'], // markdown-it and the server as in the extension's own bundle
      platform: 'node',
      target: 'node20',
      logLevel: 'silent',
    });
    const quiet = '--disable-warning=ExperimentalWarning'; // one of the packages is an ES module
    const { code, output } = await runCommand(process.execPath, [quiet, ...flags, bundle, ...args]);
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`);
    return JSON.parse(output) as T;
  } finally {
    rmSync(bundle, { force: true });
  }
}

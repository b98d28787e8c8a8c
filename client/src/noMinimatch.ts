/**
 * Stands for the package minimatch in our bundles (esbuild.mjs): the language client needs it only where a server asks
 * for file operations, notebooks or pulled diagnostics, and ours does not. It is a tenth of the client.
 */
export class Minimatch {
  constructor() {
    throw new Error('This language client matches no globs.');
  }
}

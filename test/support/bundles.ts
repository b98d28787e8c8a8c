import { fileURLToPath } from 'node:url';
import { root } from './root';

/** The command line as it ships; the runner of the tests has built it. */
export const commandLine = fileURLToPath(new URL('dist/cli.js', root));

/** The language server for Node as it ships. */
export const languageServer = fileURLToPath(new URL('dist/server.js', root));

import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '..');

/** What scripts install and leave behind: VS Code, screenshots, logs. Ignored by git and left out of the package. */
export const scratch = join(root, '.vscode-test');

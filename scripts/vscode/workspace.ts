import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths';
import type { Suite } from './suites';

/** A fresh copy of the suite's workspace, in a folder named `workspace`. */
export function copyWorkspace(suite: Suite, folder: string): string {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace, { recursive: true });
  for (const source of suite.workspace.map((each) => join(root, each)).filter((each) => existsSync(each)))
    cpSync(source, workspace, { recursive: true });
  suite.generate?.(workspace);
  return workspace;
}

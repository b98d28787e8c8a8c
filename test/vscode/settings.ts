import * as vscode from 'vscode';
import { eventually } from './eventually';

/** Changes settings, does the work, and takes all back, whatever happened. */
export async function withSettings(settings: Record<string, unknown>, work: () => Promise<void>): Promise<void> {
  try {
    for (const [name, value] of Object.entries(settings)) await change(name, value);
    await work();
  } finally {
    for (const name of Object.keys(settings)) await change(name, undefined);
  }
}

async function change(name: string, value: unknown): Promise<void> {
  // 1.100 in the browser fails now and then to read the file that it has just made.
  await eventually(async () => {
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  });
}

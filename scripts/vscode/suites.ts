import { writeNotes, writeOnePlan, writePlans } from '../measure/workspaces';
import { freshenSamples } from '../samples';
import { type Language, languages } from '../texts';
import type { Host } from './host';

/** A set of tests that run in one window, over a fresh copy of one workspace. */
export interface Suite {
  name: string;
  /** Folders that are copied into the workspace, one over the other; one that is not there is left out. */
  workspace: string[];
  /** A .code-workspace in there that is opened instead of the folder. */
  workspaceFile?: string;
  /** Writes further files into the workspace. */
  generate?(folder: string): void;
  /** Folders whose *.test.ts are run. */
  tests: string[];
  hosts: Host[];
  /** The display language; English without it. VS Code's own texts stay English: its language packs are not here. */
  language?: Language;
  /** Runs only when it is named. */
  onDemand?: true;
  /** Runs in a second window, too, over what the first one has left: its figures have `, again` behind their names. */
  isReopened?: true;
}

/** Pictures show plans that somebody is at work on. */
const generate = (folder: string) => freshenSamples(folder, Date.now());

/** All suites; each runs in each of its hosts, in each VS Code. */
export const suites: Suite[] = [
  {
    name: 'plan',
    workspace: ['samples', 'test/vscode/workspace'],
    tests: ['test/vscode/host', 'test/vscode/ui'],
    hosts: ['node', 'web'],
  },
  {
    name: 'noplan',
    workspace: ['test/vscode/emptyWorkspace'],
    tests: ['test/vscode/noplan'],
    hosts: ['node', 'web'],
  },
  {
    name: 'german',
    workspace: ['samples'],
    tests: ['test/vscode/german'],
    hosts: ['node', 'web'],
    language: 'de',
  },
  {
    name: 'folders',
    workspace: ['test/vscode/twoFolders'],
    workspaceFile: 'two.code-workspace',
    tests: ['test/vscode/folders'],
    hosts: ['node', 'web'],
  },
  {
    name: 'agents',
    workspace: ['test/vscode/emptyWorkspace'],
    tests: ['test/vscode/agents'],
    hosts: ['node'],
  },
  {
    name: 'pictures',
    workspace: ['samples'],
    generate,
    tests: ['test/vscode/pictures'],
    hosts: ['node', 'web'],
    onDemand: true,
  },
  {
    name: 'screenshots',
    workspace: ['samples'],
    generate,
    tests: ['test/vscode/screenshots'],
    hosts: ['node'],
    onDemand: true,
  },
  ...languages.map(
    (language): Suite => ({
      name: `screenshots-${language}`,
      workspace: ['samples'],
      generate,
      tests: ['test/vscode/screenshotsLanguage'],
      hosts: ['node'],
      language,
      onDemand: true,
    }),
  ),
  {
    name: 'screenshots-many',
    workspace: [],
    generate: (folder) => writePlans(folder),
    tests: ['test/vscode/screenshotsMany'],
    hosts: ['node'],
    onDemand: true,
  },
  {
    name: 'themes',
    workspace: ['samples'],
    tests: ['test/vscode/themes'],
    hosts: ['node'],
    onDemand: true,
  },
  // What `npm run writers` runs.
  {
    name: 'writers',
    workspace: ['samples', 'test/vscode/workspace'],
    tests: ['test/vscode/writers'],
    hosts: ['node'],
    onDemand: true,
  },
  // What `npm run measure` runs, in windows where nothing but the tests activates the extension.
  {
    name: 'measure-one',
    workspace: [],
    generate: writeOnePlan,
    tests: ['test/vscode/measure/one'],
    hosts: ['node'],
    onDemand: true,
  },
  {
    name: 'measure-cursor',
    workspace: [],
    generate: writeOnePlan,
    tests: ['test/vscode/measure/cursor'],
    hosts: ['node'],
    onDemand: true,
  },
  {
    name: 'measure-key',
    workspace: [],
    generate: writeOnePlan,
    tests: ['test/vscode/measure/key'],
    hosts: ['node'],
    onDemand: true,
  },
  {
    name: 'measure-many',
    workspace: [],
    generate: writePlans,
    tests: ['test/vscode/measure/many'],
    hosts: ['node'],
    onDemand: true,
  },
  {
    name: 'measure-reload',
    workspace: [],
    generate: writePlans,
    tests: ['test/vscode/measure/reload'],
    hosts: ['node'],
    onDemand: true,
    isReopened: true,
  },
  {
    name: 'measure-notes',
    workspace: [],
    generate(folder) {
      writePlans(folder);
      writeNotes(folder);
    },
    tests: ['test/vscode/measure/many'],
    hosts: ['node'],
    onDemand: true,
  },
];

// Put in by esbuild when the tests are bundled (scripts/vscode/testBundle.ts).

/** Where the bridge listens; '' when there is none (under @vscode/test-electron). */
declare const BRIDGE_URL: string;
/** The kind of extension host that the tests run in. */
declare const HOST: 'node' | 'web';
/** '1.100' or '1.139'; 'desktop' under @vscode/test-electron. */
declare const VSCODE: string;
/** The identifier of the extension under test. */
declare const EXTENSION_ID: string;
/** Only tests whose title contains this are run; all when empty. */
declare const GREP: string;
/** Only tests with these whole titles are run; all when there is none. */
declare const TITLES: readonly string[];
/** The folder of the project, where it is at hand; '' under @vscode/test-electron. */
declare const ROOT: string;

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { filesBelow } from '../../scripts/files';
import { commandLine, languageServer } from '../support/bundles';
import { root as rootUrl } from '../support/root';

const root = fileURLToPath(rootUrl);
const corpus = join(root, '../shared/corpus');
const severities = ['error', 'warning', 'information', 'hint'];

/** A finding as both sides know it: its rule, severity, range and message. */
type Told = string;

describe('the editor and the command line', () => {
  /** What the command line says of files below a folder, by their paths there. */
  function toldByCommandLine(folder: string, files: readonly string[]): Map<string, Told[]> {
    const { stdout, stderr } = spawnSync(process.execPath, [commandLine, 'check', '--format', 'json', ...files], {
      encoding: 'utf8',
      cwd: folder,
      maxBuffer: 1e8,
    });
    assert.equal(stderr, '');
    const told = new Map(files.map((file): [string, Told[]] => [file, []]));
    for (const { file, rule, severity, message, line, column, endLine, endColumn } of JSON.parse(stdout))
      told.get(file)?.push(`${severity} ${rule} ${line}:${column}-${endLine}:${endColumn} ${message}`);
    return told;
  }

  /** What the server says of them when an editor has them open; it is given some time to agree. */
  async function toldByServer(folder: string, files: readonly string[], expected: Map<string, Told[]>) {
    const child = spawn(process.execPath, [languageServer, '--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const told = new Map<string, Told[]>();
    const agrees = (file: string) => JSON.stringify(told.get(file)) === JSON.stringify(expected.get(file));
    const done = new Promise<void>((resolve) => {
      // Slow is no failure; silence is one, soon when everything has been told once.
      let timer = setTimeout(resolve, 60_000);
      connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        const file = relative(folder, fileURLToPath(uri));
        told.set(file, diagnostics.map(toTold));
        clearTimeout(timer);
        if (agrees(file) && files.every(agrees)) resolve();
        else timer = setTimeout(resolve, files.every((each) => told.has(each)) ? 3000 : 60_000);
      });
    });
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }],
      capabilities: {},
    });
    await connection.sendNotification(InitializedNotification.type, {});
    for (const file of files) {
      const textDocument = {
        uri: pathToFileURL(join(folder, file)).href,
        languageId: 'markdown',
        version: 1,
        text: readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''),
      };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    }
    await done;
    connection.dispose();
    child.kill();
    return told;
  }

  /** Checks that both say the same; yields how many findings that were. */
  async function agree(folder: string, files: readonly string[]): Promise<number> {
    const expected = toldByCommandLine(folder, files);
    const told = await toldByServer(folder, files, expected);
    for (const file of files) assert.deepEqual(told.get(file), expected.get(file), file);
    return [...expected.values()].flat().length;
  }

  /** Does something in a new folder with some files. */
  async function inFolder<T>(texts: Record<string, string>, work: (folder: string) => Promise<T>): Promise<T> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-agree-')));
    try {
      for (const [path, text] of Object.entries(texts)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Checks the plans of a folder with a configuration file, and tells what is found with and without it. */
  function agreeWithout(configuration: string, texts: Record<string, string>) {
    const files = Object.keys(texts).filter((file) => file.endsWith('.md'));
    return inFolder(texts, async (folder) => {
      const count = await agree(folder, files);
      const told = toldByCommandLine(folder, files);
      rmSync(join(folder, configuration));
      return [count, told, toldByCommandLine(folder, files)] as const;
    });
  }

  it('find the same in the samples and in the tests of the rules', async () => {
    const files = ['samples', 'test/fixtures', 'test/vscode/workspace'].flatMap((folder) =>
      filesBelow(join(root, folder)).map((file) => relative(root, file)),
    );
    assert.ok(
      (await agree(
        root,
        files.filter((file) => file.endsWith('.md')),
      )) > 10,
    );
  });

  it('find the same in real plans', { skip: existsSync(corpus) ? false : 'there is no corpus' }, async () => {
    const rows = readFileSync(join(corpus, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1);
    assert.ok(
      (await agree(
        corpus,
        rows.map((row) => row.split('\t')[0] as string),
      )) > 50,
    );
  });

  it('read with the marks, zones, terms and globs of the same configuration file', async () => {
    const plan = (steps: string) =>
      `# Move it\n\n## Purpose\n\nThe QXO is met.\n\n## Progress\n\n${steps}\n\n## Decision Log\n`;
    const outcome = '\n## Outcomes & Retrospective\n\nNone yet.\n';
    const [found, withFile, withoutFile] = await agreeWithout('execplan.config.json', {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'execplan.config.json': `{
        // Everybody's.
        "profile": "cookbook",
        "marks": { "!": "done", "-": "dropped" },
        "zones": { "CST": "UTC+8" },
        "terms": ["QXO"],
        "timeZone": "Asia/Shanghai",
        "files": { "include": ["notes/**"], "exclude": ["plans/archive/**"], "locations": ["work/*.md"] },
      }`,
      'plans/a.md': plan('- [!] It is moved.\n- [-] It is told.\n- [x] (2126-02-09 11:19 CST) It is read.') + outcome,
      'plans/archive/b.md': plan('- [x] It is moved.'),
      'notes/c.md': '# Notes\n\nNothing of a plan.\n',
      'work/d.md': '# Q3\n\n## Progress\n\n- It is moved.\n\n## Outcomes\n\n- It is fast.\n\n## Context\n\nSales.\n',
      'work/nested/execplan.config.json': '{ "files": { "exclude": ["e.md"] } }',
      'work/nested/e.md': plan('- [x] It is moved.'),
      'work/nested/e/e.md': plan('- [x] It is moved.'),
    });
    assert.ok(found > 10);
    for (const file of ['plans/a.md', 'plans/archive/b.md', 'notes/c.md', 'work/d.md'])
      assert.notDeepEqual(withFile.get(file), withoutFile.get(file), `${file} is read by the configuration`);
    assert.deepEqual(withFile.get('plans/archive/b.md'), []);
    assert.deepEqual(withFile.get('work/nested/e.md'), []);
    assert.notDeepEqual(withFile.get('work/nested/e/e.md'), []);
  });

  it('follow the same configuration file and see the same files', async () => {
    const texts = {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'execplan.config.json': '{ "profile": "cookbook", "rules": { "done-without-timestamp": "hint" } }',
      'src/there.ts': '',
      'plans/a.md': `# Move it\n\n## Purpose\n\nRead [this](../src/there.ts) and [that](../src/gone.ts).\n\n## Progress\n\n- [x] It is moved.\n- [ ] It is told.\n\n## Decision Log\n\nNone yet.\n`,
      'plans/minimal/execplan.config.json': '{ "profile": "minimal" }',
      'plans/minimal/b.md': '# Move it\n\n## Progress\n\n- [x] (2026-02-30) It is moved.\n\n## Decision Log\n',
    };
    assert.ok((await inFolder(texts, (folder) => agree(folder, ['plans/a.md', 'plans/minimal/b.md']))) > 3);
  });
});

function toTold({ severity, code, range: { start, end }, message }: Diagnostic): Told {
  const range = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${severities[(severity ?? 1) - 1]} ${code} ${range} ${message}`;
}

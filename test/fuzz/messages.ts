import { actions } from '../../core/actions/list';
import { Random } from '../support/random';
import { changeOf } from './changes';
import { assertInside, assertSame, folder, Session, type World } from './session';
import { mutatedText } from './texts';

/** How much was tried. */
export interface Fuzzed {
  messages: number;
  comparisons: number;
  /** Bytes of heap that are in use when all documents are closed again, at the end of each part. */
  heaps: number[];
}

const uris = ['plans/a.md', 'plans/b%20c.md', 'PLANS.md', 'docs/d.md', 'plans/deep/E.MD'].map(
  (path) => `${folder}/${path}`,
);
const directories = [`${folder}/plans`, `${folder}/plans/deep`];
const settings: readonly unknown[] = [
  {},
  { workspaceDiagnostics: true },
  { profile: 'cookbook', workspaceDiagnostics: true },
  { profile: 'minimal', rules: { 'done-without-timestamp': 'error', nothing: 3 } },
  { timeZone: 'Europe/Berlin', files: { include: ['docs/*.md'] } },
];
const kinds = [undefined, [''], [], ['quickfix'], ['source.fixAll'], ['source'], ['refactor'], ['none']];

/** Messages between two comparisons, and parts that the heap is measured at the end of. */
const between = 25;
const parts = 6;

/**
 * Sends messages of all kinds in any order, and compares time and again what the server says with what a fresh one says that
 * is told only how things stand. Throws at the first difference, request without an answer, or range outside of its text,
 * with the number of the message. `heap` says how many bytes are in use.
 */
export async function sendAtRandom(
  sources: readonly string[],
  messages: number,
  seed: number,
  heap: () => number = () => 0,
): Promise<Fuzzed> {
  const random = new Random(seed);
  const world: World = { files: new Map(), settings: {}, documentChanges: seed % 2 === 1 };
  const session = await Session.start(world);
  const fuzzed: Fuzzed = { messages: 0, comparisons: 0, heaps: [] };
  try {
    for (let part = 1; part <= parts; part++) {
      while (fuzzed.messages < (messages * part) / parts) {
        for (let i = 0; i < between; i++, fuzzed.messages++) sendOne(session, sources, random);
        await session.settle();
        fuzzed.comparisons += await compare(session, random);
      }
      for (const uri of [...session.documents.keys()]) session.close(uri);
      await session.settle();
      fuzzed.heaps.push(heap());
    }
    return fuzzed;
  } catch (error) {
    throw new Error(`seed ${seed}, message ${fuzzed.messages}`, { cause: error });
  } finally {
    session.dispose();
  }
}

function sendOne(session: Session, sources: readonly string[], random: Random): void {
  const uri = random.pick(uris);
  const document = session.documents.get(uri);
  const kind = random.below(100);
  const isCancelled = random.chance(0.05);
  if (kind < 4 || (!document && kind < 40)) {
    // Also what is open already, as a careless client does.
    const version = document && random.chance(0.5) ? document.version : random.below(4);
    session.open(uri, version, mutatedText(sources, random));
  } else if (document && kind < 50) {
    const changes = Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, () =>
      changeOf(document.getText().split(/\r\n|\r|\n/), sources, random),
    );
    session.change(uri, document.version + random.pick([1, 1, 1, 1, 1, 0, -1, 7]), changes);
  } else if (kind < 52) {
    if (document) session.close(uri);
  } else if (kind < 54) session.notify('textDocument/didSave', { textDocument: { uri } });
  else if (kind < 60) changeDisk(session, sources, random);
  else if (kind < 61) {
    session.world.settings = random.pick(settings);
    session.notify('workspace/didChangeConfiguration', { settings: null });
  } else if (kind < 62)
    session.notify('execplan/timeZone', { timeZone: random.pick(['Asia/Tokyo', 'UTC', 'nowhere']) });
  else if (kind < 64) session.request('nobody/knows', { uri }, isCancelled);
  else if (kind < 72) session.request('textDocument/documentSymbol', { textDocument: { uri } }, isCancelled);
  else if (kind < 80) session.request('execplan/plan', { uri }, isCancelled);
  else if (kind < 88) {
    const action = random.pick(actions).id;
    const params = {
      identity: `v${document?.version ?? 1}`,
      lines: [random.below(200)],
      rule: 'stale-progress',
      term: 'LDT',
    };
    session.request('execplan/planEdit', { uri, action, params }, isCancelled);
  } else {
    const start = { line: random.below(300), character: random.below(20) };
    const only = random.pick(kinds);
    const context = { diagnostics: [], ...(only && { only }) };
    session.request(
      'textDocument/codeAction',
      { textDocument: { uri }, range: { start, end: start }, context },
      isCancelled,
    );
  }
}

function changeDisk(session: Session, sources: readonly string[], random: Random): void {
  const { world } = session;
  const tell = (uri: string, type: number) =>
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  const uri = random.pick(uris);
  if (random.chance(0.2)) {
    const directory = random.pick(directories);
    for (const each of [...world.files.keys()]) if (each.startsWith(`${directory}/`)) world.files.delete(each);
    tell(directory, 3);
  } else if (random.chance(0.3)) {
    world.files.delete(uri);
    tell(uri, 3);
  } else {
    world.files.set(uri, mutatedText(sources, random));
    tell(uri, random.pick([1, 2]));
  }
}

/** Compares with a server that is told only how things stand; returns how many files were compared. */
async function compare(session: Session, random: Random): Promise<number> {
  const { world, documents } = session;
  const fresh = await Session.start(world);
  try {
    for (const [uri, document] of documents) fresh.open(uri, document.version, document.getText());
    await fresh.settle();
    for (const uri of uris) {
      assertSame(session.problemsOf(uri), fresh.problemsOf(uri), `problems of ${uri}`);
      const document = documents.get(uri);
      if (!document) continue;
      assertInside(session.problemsOf(uri), document);
      const start = session.problemsOf(uri)[0]?.range.start ?? { line: random.below(document.lineCount), character: 0 };
      const asked: [string, unknown][] = [
        ['textDocument/documentSymbol', { textDocument: { uri } }],
        ['execplan/plan', { uri }],
        [
          'textDocument/codeAction',
          { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } },
        ],
      ];
      for (const [method, params] of asked) {
        const [found, expected] = await Promise.all([session.request(method, params), fresh.request(method, params)]);
        assertSame(withoutIdentity(found), withoutIdentity(expected), `${method} of ${uri}`);
        if (method !== 'textDocument/codeAction') assertInside(found, document);
        else for (const edits of editsOf(found, uri)) assertInside(edits, document);
      }
    }
    return documents.size;
  } finally {
    fresh.dispose();
  }
}

/** A version that has come twice is counted by the server, which a fresh one cannot know. */
function withoutIdentity(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'identity' in answer ? { ...answer, identity: '' } : answer;
}

/** The edits of a document among code actions. */
function editsOf(answer: unknown, uri: string): unknown[] {
  const all = answer as {
    edit?: {
      changes?: Record<string, unknown>;
      documentChanges?: { textDocument?: { uri: string }; edits?: unknown }[];
    };
  }[];
  return all.flatMap(({ edit }) => [
    edit?.changes?.[uri] ?? [],
    ...(edit?.documentChanges ?? []).filter(({ textDocument }) => textDocument?.uri === uri).map(({ edits }) => edits),
  ]);
}

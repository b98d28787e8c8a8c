import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import { writeTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** A path of somebody's machine. */
interface MachinePath extends Found {
  /** Whose it is: the home, or the folder on a drive. */
  root: string;
  character: number;
  endCharacter: number;
}

/** A home, or a folder on a drive; up to a blank, a quote or a bracket. */
const pathOfMachine =
  /(?<![\w.~$}%/\\-])((?:\/mnt\/[a-z])?\/(?:Users|home)\/([\w.-]+)|[A-Z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/)([\w.-]+)|[A-Z]:(?:\\{1,2}|\/)(?!Users\b)[\w-]+(?=[\\/]{1,2}[\w.-])|\/Volumes\/[\w-]+(?=\/[\w.-]))[^\s`"'“”<>()|,;，。、）]*/gi;
/** Names that stand for anybody's, and those of machines that are all alike. */
const anybody =
  /^(?:users?|username|your\W?\w*|you|me|my\W?\w*|name|someone|some\W?\w*|example|foo|bar|runner(?:admin)?|node|app|appuser|nonroot|vscode|coder|codespace|ubuntu|debian|ec2-user|vagrant|circleci|jovyan|linuxbrew|git|shared|public|default|sandbox|agent|claude|deploy|www\w*|test\w*|x+|\.+)$/i;
const system =
  /^[A-Z]:[\\/]+(?:Windows|Program\w*|tools?|te?mp|path|some|dir|foo|a|b|x|msys64|cygwin\w*|hostedtoolcache)$/i;

/** An absolute path that only one machine has. */
export const machinePath: Rule = {
  id: 'machine-path',
  severity: { cookbook: 'information' },
  summary: 'A path exists on one machine only, in a home folder or on a drive.',
  *check(plan, { text }) {
    const byRoot = new Map<string, Range[]>();
    for (const { root, line, character, endCharacter } of text.find(findMachinePaths, plan.range)) {
      const range = { start: { line, character }, end: { line, character: endCharacter } };
      const ranges = byRoot.get(root);
      if (ranges) ranges.push(range);
      else byRoot.set(root, [range]);
    }
    for (const [range, ...others] of byRoot.values()) {
      const message = t('This path exists on one machine only: use one from the repository root');
      const all = t('{0} paths exist on one machine only: use paths from the repository root', others.length + 1);
      const related = others.slice(0, 20).map((range) => ({ range, message }));
      if (!range) continue;
      const written = (each: Range) =>
        (text.lines[each.start.line] as string).slice(each.start.character, each.end.character);
      const ranges = [range, ...others];
      yield {
        range,
        message: others.length > 0 ? all : message,
        ...(others.length > 0 ? { related } : {}),
        lookFor: () => [...new Set(ranges.map((each) => readTarget(written(each)).path))],
        fixes: (context) => fixesOf(ranges, context),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'On every other machine, and in the next worktree, the command fails and the file is not there. Name files by their path from the root of the repository, and say “in the root of the repository” where a command needs a folder. There is one message for all paths of one home folder.',
  source: 'Cookbook, Guidelines: "Name files with full repository-relative paths".',
  examples: {
    bad: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nEdit `/Users/mara/work/gallery/src/cache.ts`, then `/Users/mara/work/gallery/src/server.ts`.\n      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    good: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nEdit `src/cache.ts`, then run `make` in the root of the repository. The service reads `/etc/gallery.toml`.',
  },
};

/** The machine paths of a piece; in code only where a command goes there: what was printed is as it was. */
function findMachinePaths(piece: PieceText): MachinePath[] {
  if (!/\/(?:Users|home|Volumes)\/|[A-Z]:[\\/]/i.test(piece.text)) return [];
  const found: MachinePath[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const raw = piece.lineAt(line);
    if (!/\/(?:Users|home|Volumes)\/|[A-Z]:[\\/]/i.test(raw)) continue;
    if (piece.isCode(line) && !/^[\s$>#]{0,20}(?:cd|pushd|Set-Location)\s/.test(raw)) continue;
    for (const match of raw.matchAll(pathOfMachine)) {
      const root = match[1] as string;
      const name = match[2] ?? match[3];
      if (name === undefined ? system.test(root) : anybody.test(name)) continue;
      const path = match[0].replace(/[.:!?*_]+$/, '');
      found.push({
        line,
        root: root.toLowerCase().replace(/\\+/g, '/'),
        character: match.index,
        endCharacter: match.index + path.length,
      });
    }
  }
  return found;
}

/** A path as it is looked for, and the line or the anchor behind it. */
function readTarget(written: string): { path: string; behind: string } {
  const behind = /(?<=\w\.\w{1,8})(?::\d[\d:,-]*|[?#].*)$/.exec(written)?.[0] ?? '';
  return { path: written.slice(0, written.length - behind.length), behind };
}

/**
 * All paths of one machine that lead to something in the workspace, from its root; in the target of a link from the plan's
 * folder. Safe where each is a path of this very machine, and none is part of a command: then nothing is guessed.
 */
function fixesOf(ranges: readonly Range[], { lines, nearby }: FixContext): Fix[] {
  const found = ranges.flatMap((range) => {
    const line = lines[range.start.line] as string;
    const { path, behind } = readTarget(line.slice(range.start.character, range.end.character));
    const file = nearby?.(path)[0];
    if (!file) return [];
    const isTarget = /\]\([ \t]*<?$|^\s*\[[^\]]+\]:\s*<?$/.test(line.slice(0, range.start.character));
    const folder = /[\\/]$/.test(path) ? '/' : '';
    const plain = `${isTarget ? file.fromPlan : file.path}${folder}${behind}`;
    const isSafe = file.isCertain && !isInCommand(line, range);
    return [{ file, isSafe, plain, edit: { range, template: [plain] } }];
  });
  const [first] = found;
  if (!first) return [];
  const title =
    found.length === 1
      ? writeTitle(first.plain)
      : t('Write {0} paths from the repository root ("{1}", …)', found.length, first.file.path);
  return [{ title, edits: found.map(({ edit }) => edit), safe: found.every(({ isSafe }) => isSafe) }];
}

/** True in words to run, where it counts which folder they are run in: in a line of code, and among others in backticks. */
function isInCommand(line: string, { start, end }: Range): boolean {
  const before = line.slice(0, start.character);
  const isInBackticks = (before.match(/`/g) ?? []).length % 2 === 1;
  if (isInBackticks) return !(before.endsWith('`') && /^[\\/]?`/.test(line.slice(end.character)));
  return /^[\s$>#]{0,20}(?:cd|pushd|Set-Location)\s/.test(before);
}

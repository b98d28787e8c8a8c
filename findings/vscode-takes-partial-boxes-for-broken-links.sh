#!/usr/bin/env bash
# vscode-markdown-languageservice 0.5.0 (what VS Code's own Markdown checks links with): it knows boxes of bullets with a
# blank or an x, and takes every other one for a link to a definition that is missing. With `markdown.validate.enabled` a
# plan that follows every rule gets a warning on each step that is partly done, dropped, numbered or quoted:
#
#   - [x] done, + [X] done, - [ ] open      nothing
#   - [~] half                              No link definition found: '~'
#   - [-] dropped                           No link definition found: '-'
#   1. [x] numbered                         No link definition found: 'x', though it is a task to GFM
#   > - [x] quoted                          No link definition found: 'x', the same
#
# The other way round it goes wrong as well: where a plan defines `[x]: …` for a link elsewhere, "Find All References" of
# the definition names the box of a numbered step.
#
# `"markdown.validate.referenceLinks.enabled": "ignore"` is what helps; the other checks can stay on.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact vscode-markdown-languageservice@0.5.0 markdown-it@15.0.3 \
  vscode-languageserver-textdocument@1.0.16 vscode-uri@3.2.0 >/dev/null
cat > run.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, githubSlugifier } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
const plan = TextDocument.create(
  'file:///plans/queue.md',
  'markdown',
  1,
  `## Progress

- [x] done
+ [X] done
- [ ] open
- [~] half
- [-] dropped
1. [x] numbered
2. [ ] numbered
> - [x] quoted

See [the table][x].

[x]: table.md
`,
);
const event = () => ({ dispose() {} });
const none = { isCancellationRequested: false, onCancellationRequested: event };
const serve = (document) => {
  const isIt = (uri) => uri.toString() === document.uri;
  return createLanguageService({
    logger: { level: 0, log() {} },
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (text) => new MarkdownIt({ html: true }).parse(text.getText(), {}),
    },
    workspace: {
      workspaceFolders: [URI.parse('file:///plans')],
      getAllMarkdownDocuments: async () => [document],
      hasMarkdownDocument: isIt,
      openMarkdownDocument: async (uri) => (isIt(uri) ? document : undefined),
      stat: async (uri) => (isIt(uri) ? { isDirectory: false } : undefined),
      readDirectory: async () => [],
      onDidChangeMarkdownDocument: event,
      onDidCreateMarkdownDocument: event,
      onDidDeleteMarkdownDocument: event,
    },
  });
};
const show = (document, { line }) => document.getText().split('\n')[line];
const without = TextDocument.create(plan.uri, 'markdown', 1, plan.getText().replace(/\nSee [^]*/, ''));
const ignored = { validateFileLinks: 'ignore', validateFragmentLinks: 'ignore', ignoreLinks: [] };
const options = { ...ignored, validateReferences: 'warning', validateMarkdownFileLinkFragments: 'ignore' };
for (const { range, message } of await serve(without).computeDiagnostics(without, options, none))
  console.log(`${show(without, range.start)}: ${message}`);
const definition = { line: plan.lineCount - 2, character: 1 };
for (const { range } of await serve(plan).getReferences(plan, definition, { includeDeclaration: false }, none))
  console.log(`refers to the definition: ${show(plan, range.start)}`);
JS
seen=$(node run.mjs)
echo "$seen"
expected="- [~] half: No link definition found: '~'
- [-] dropped: No link definition found: '-'
1. [x] numbered: No link definition found: 'x'
> - [x] quoted: No link definition found: 'x'
refers to the definition: 1. [x] numbered
refers to the definition: > - [x] quoted
refers to the definition: See [the table][x]."
[ "$seen" = "$expected" ]

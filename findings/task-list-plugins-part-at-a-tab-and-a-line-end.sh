#!/usr/bin/env bash
# Four readers of Markdown agree that `- [x] step` is a task, and on nothing beside it. With markdown-it-task-lists 2.1.1 and
# markdown-it-task-checkbox 1.0.6 (both on markdown-it 15.0.3), marked 18.2.1 and micromark-extension-gfm 3.0.0, which
# follows GitHub:
#
#                                        task-lists   task-checkbox   marked   GFM
#   - [x]<tab>step                       no           no              yes      yes
#   - [x]<line end>  step                no           no              no       yes
#   -<line end>  [x] step                yes          yes             no       yes
#   - [<tab>] step                       no           no              no       yes
#   - [x]<no-break space>step            no           yes             no       no
#   - [<no-break space>] step            no           yes             no       no
#
# So the same plan has one count of steps on GitHub, another one in a preview and a third in a tool, and an agent that
# aligns with a tab or wraps behind the box makes a step that the preview of its user shows as text. The specification of
# GFM says "whitespace"; the two plugins compare with a blank and with a class of characters. Write one blank.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-it@15.0.3 markdown-it-task-lists@2.1.1 \
  markdown-it-task-checkbox@1.0.6 marked@18.2.1 micromark@4.0.3 micromark-extension-gfm@3.0.0 >/dev/null
cat > run.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import taskCheckbox from 'markdown-it-task-checkbox';
import taskLists from 'markdown-it-task-lists';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
const readers = [
  (text) => new MarkdownIt().use(taskLists).render(text),
  (text) => new MarkdownIt().use(taskCheckbox).render(text),
  (text) => marked.parse(text),
  (text) => micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
];
for (const text of ['- [x] step', '- [x]\tstep', '- [x]\n  step', '-\n  [x] step', '- [\t] step', '- [x]\u00a0step', '- [\u00a0] step']) {
  const answers = readers.map((render) => (render(text).includes('<input') ? 'yes' : 'no'));
  console.log(JSON.stringify(text).replace('\u00a0', '\\u00a0'), ...answers);
}
JS
seen=$(node run.mjs)
echo "$seen"
expected='"- [x] step" yes yes yes yes
"- [x]\tstep" no no yes yes
"- [x]\n  step" no no no yes
"-\n  [x] step" yes yes no yes
"- [\t] step" no no no yes
"- [x]\u00a0step" no yes no no
"- [\u00a0] step" no yes no no'
[ "$seen" = "$expected" ]

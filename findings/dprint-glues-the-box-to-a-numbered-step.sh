#!/usr/bin/env bash
# @dprint/markdown 0.28.1: formatting a plan takes the blank behind the box of each step whose text begins as a list item
# would. Without its blank the box is none any more: what GitHub showed as a task is text from then on, done or not.
#
#   - [x] 1. Table              - [x]1. Table
#   - [ ] 2) Driver             - [ ]2. Driver          the number's own mark changes too
#   - [x] 2026. Year            - [x]2026. Year
#   - [ ] - Tests               - [ ]- Tests
#   - [x] + Queue               - [x]- Queue
#   - [x] (1) Table             as it was
#   - [x] **1.** Table          as it was
#
# To CommonMark the text behind a box is no list, whatever it begins with. The formatter takes it for one, writes the box,
# and begins the list right behind it. Nothing is told, and a second run changes nothing. Prettier leaves all of them alone.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @dprint/formatter@0.6.0 @dprint/markdown@0.28.1 \
  micromark@4.0.3 micromark-extension-gfm@3.0.0 >/dev/null
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createFromBuffer } from '@dprint/formatter';
import { getPath } from '@dprint/markdown';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
const plan = `## Progress

- [x] 1. Table
- [ ] 2) Driver
- [x] 2026. Year
- [ ] - Tests
- [x] + Queue
- [x] (1) Table
- [x] **1.** Table
`;
const formatter = createFromBuffer(readFileSync(getPath()));
const format = (fileText) => formatter.formatText({ filePath: 'plan.md', fileText });
const tasks = (text) =>
  micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).split('type="checkbox"').length - 1;
const formatted = format(plan);
console.log(formatted.trim());
console.log(`tasks before: ${tasks(plan)}, after: ${tasks(formatted)}`);
console.log(`again: ${format(formatted) === formatted ? 'the same' : 'other'}`);
JS
seen=$(node run.mjs)
echo "$seen"
expected='## Progress

- [x]1. Table
- [ ]2. Driver
- [x]2026. Year
- [ ]- Tests
- [x]- Queue
- [x] (1) Table
- [x] **1.** Table
tasks before: 7, after: 2
again: the same'
[ "$seen" = "$expected" ]

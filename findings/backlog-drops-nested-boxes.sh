#!/usr/bin/env bash
# backlog.md 1.52.0 (Backlog.md, tasks as Markdown files for agents): checking off one acceptance criterion writes the
# list of criteria anew, and boxes that are nested below a criterion are not in it any more: done or open, below another
# criterion too, without a word and with exit status 0. A note in plain text below a criterion stays.
#
#   - [ ] #1 The queue survives a restart         - [x] #1 The queue survives a restart
#     - [x] rows are written                ->    - [ ] #2 A jam is retried
#     - [ ] rows are read again                     seen: 3 of 40
#   - [ ] #2 A jam is retried
#     seen: 3 of 40
#     - [ ] by hand
#
# Agents split a step by nesting boxes below it, as ExecPlans do; a tool that owns such a list must own all of it. Our
# edits touch the lines that they are about, and a test holds all others to the byte.
#
# Needs node, npm and git. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact backlog.md@1.52.0 >/dev/null
mkdir project
cd project
git init --quiet
git config user.email nobody@example.org
git config user.name Nobody
backlog() { ../node_modules/.bin/backlog "$@" >/dev/null 2>&1; }
backlog init project --defaults
backlog task create Queue --ac 'The queue survives a restart' --ac 'A jam is retried'
task=$(ls backlog/tasks/*.md)
node -e '
  const { readFileSync, writeFileSync } = require("fs");
  const [file] = process.argv.slice(1);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text
    .replace(/(- \[ \] #1 .*\n)/, "$1  - [x] rows are written\n  - [ ] rows are read again\n")
    .replace(/(- \[ \] #2 .*\n)/, "$1  seen: 3 of 40\n  - [ ] by hand\n"));
' "$task"
backlog task edit 1 --check-ac 1
seen=$(sed -n '/AC:BEGIN/,/AC:END/p' "$task")
echo "$seen"
expected='<!-- AC:BEGIN -->
- [x] #1 The queue survives a restart
- [ ] #2 A jam is retried
  seen: 3 of 40
<!-- AC:END -->'
[ "$seen" = "$expected" ]

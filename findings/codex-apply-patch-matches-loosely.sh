#!/usr/bin/env bash
# @openai/codex 0.171.0 (linux-x64): its apply_patch, which Codex keeps plans up to date with, finds the lines of a patch
# loosely and then writes the patch's own characters. In a plan that means, without a warning and with exit status 0:
#
#   - a nested step that the patch names without its indentation is found, and comes out unindented: it is no longer
#     below its parent;
#   - of two steps that read alike the first is ticked, whichever milestone was meant, unless the patch brings context;
#   - typographic quotes and dashes of the plan become the ASCII ones of the patch;
#   - a file without a line end behind its last line gets one.
#
# CRLF line ends and a byte order mark are kept, and a file that is not UTF-8 is refused. The file is written in place:
# its inode stays, so a watcher sees a change and no new file.
#
# The binary answers to the name apply_patch; it needs no account and no network for that. Needs node, npm, Linux on x64.
# Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @openai/codex@0.171.0 >/dev/null
ln -s "$folder/node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex" apply_patch
cat > plan.md <<'MD'
## Milestone 1
- [ ] Read the labels.
  - [ ] Read “A–C” first.
- [ ] Run the tests.
## Milestone 2
- [ ] Run the tests.
MD
truncate -s -1 plan.md
inode=$(stat -c %i plan.md)
tick() {
  ./apply_patch "*** Begin Patch
*** Update File: plan.md
@@
-- [ ] $1
+- [x] $1
*** End Patch" >/dev/null
}
tick 'Read "A-C" first.'
tick 'Run the tests.'
cat plan.md
expected='## Milestone 1
- [ ] Read the labels.
- [x] Read "A-C" first.
- [x] Run the tests.
## Milestone 2
- [ ] Run the tests.'
[ "$(cat plan.md)" = "$expected" ]
[ "$(tail -c 1 plan.md | od -An -c | tr -d ' ')" = '\n' ]
[ "$(stat -c %i plan.md)" = "$inode" ]

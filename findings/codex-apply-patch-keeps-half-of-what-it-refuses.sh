#!/usr/bin/env bash
# @openai/codex 0.171.0 (linux-x64): a patch of several files that apply_patch refuses is half done. It writes file after
# file, so what stands in front of the one that does not fit has been written when it says that it failed, with exit
# status 1 and without a word of the first:
#
#   *** Update File: plan.md      ticks a step: written
#   *** Update File: queue.ts     does not fit: "Failed to find expected lines in queue.ts"
#
# The plan then says that a step is done whose change has not come about; an agent that reads "failed" and begins anew finds
# its own tick and cannot find the line that it was to replace. And a file that is to be added is written over one that is
# there, which is told as "A", added: a second plan of the same name takes the place of the first.
#
# For a plan: tick in a call of its own, behind the one that proves the step.
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
patched() {
  local status=0
  ./apply_patch "*** Begin Patch
$1
*** End Patch" 2>&1 | sed "s#$folder/##" || status=$?
  echo "status $status"
  cat plan.md
}
echo '- [ ] Retry a jam' > plan.md
echo 'const retries = 2;' > queue.ts
seen=$(
  patched '*** Update File: plan.md
@@
-- [ ] Retry a jam
+- [x] Retry a jam
*** Update File: queue.ts
@@
-const retries = 0;
+const retries = 1;'
  echo
  patched '*** Add File: plan.md
+# Another plan'
)
echo "$seen"
expected='Failed to find expected lines in queue.ts:
const retries = 0;
status 1
- [x] Retry a jam

Success. Updated the following files:
A plan.md
status 0
# Another plan'
[ "$seen" = "$expected" ]

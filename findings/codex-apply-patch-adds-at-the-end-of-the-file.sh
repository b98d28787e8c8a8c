#!/usr/bin/env bash
# @openai/codex 0.171.0 (linux-x64): a hunk of apply_patch that only adds lines adds them at the end of the file, wherever
# its header points. `@@ ## Progress` is looked for, and the patch is refused where it is not in the file; where it is, the
# new step still lands below the last section, and all is reported as done:
#
#   the file            the hunk                 comes out
#   ## Progress         @@ ## Progress           ## Progress
#   - [ ] Table         +- [ ] Driver            - [ ] Table
#   ## Outcomes                                  ## Outcomes
#   None yet.                                    None yet.
#                                                - [ ] Driver
#
# So a plan that an agent adds a step to, as the header seems to say, grows boxes below Outcomes or Interfaces, and those
# who read Progress never see them. One line of context (` - [ ] Table` above the new one) puts it where it belongs. What
# the tool tells a model of `@@` is that it names what a snippet belongs to; it tells of no exception.
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
  printf '## Progress\n- [ ] Table\n## Outcomes\nNone yet.\n' > plan.md
  local status=0
  ./apply_patch "*** Begin Patch
*** Update File: plan.md
$1
*** End Patch" 2>&1 | sed "s#$folder/##" || status=$?
  echo "status $status"
  cat plan.md
}
seen=$(
  patched '@@ ## Progress
+- [ ] Driver'
  echo
  patched '@@ ## Milestones
+- [ ] Driver'
  echo
  patched '@@ ## Progress
 - [ ] Table
+- [ ] Driver'
)
echo "$seen"
expected="Success. Updated the following files:
M plan.md
status 0
## Progress
- [ ] Table
## Outcomes
None yet.
- [ ] Driver

Failed to find context '## Milestones' in plan.md
status 1
## Progress
- [ ] Table
## Outcomes
None yet.

Success. Updated the following files:
M plan.md
status 0
## Progress
- [ ] Table
- [ ] Driver
## Outcomes
None yet."
[ "$seen" = "$expected" ]

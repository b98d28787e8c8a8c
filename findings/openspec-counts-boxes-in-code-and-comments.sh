#!/usr/bin/env bash
# @fission-ai/openspec 1.13.2: its task counts read lines, not Markdown. A box in a fence, in a comment or in indented
# code is a task like any other, and so is a code word in brackets; of the marks `[~]` and `[-]` each counts as not done.
#
# So a change whose two tasks are done stays "in-progress" for ever because its tasks.md shows what a task looks like, and
# a Go slice in a list is open work:
#
#   two done tasks                                              2 of 2  complete
#   ... and an open box in a fence, as an example               2 of 3  in-progress
#   ... and a done box in an HTML comment                       3 of 3  complete
#   ... and "- []string becomes []byte" among the notes         2 of 3  in-progress
#   ... and a dropped task, "- [-] No driver of our own"        2 of 3  in-progress
#
# A comment in its source argues for it (better one too many than one lost), but two tools that count the same file tell
# two different figures, and a plan that quotes the format cannot be finished here. What a tool for both has to do: count
# by blocks, and name what it left out.
#
# Needs node 20.19 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder" OPENSPEC_TELEMETRY=0 DO_NOT_TRACK=1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @fission-ai/openspec@1.13.2 >/dev/null
mkdir -p openspec/specs openspec/changes/queue
echo '# Queue' > openspec/changes/queue/proposal.md
count() {
  printf '%b' "- [x] 1.1 Table\n- [x] 1.2 Driver\n$1" > openspec/changes/queue/tasks.md
  node_modules/.bin/openspec list --json | node -e '
    const { changes: [{ completedTasks, totalTasks, status }] } = JSON.parse(require("fs").readFileSync(0, "utf8"));
    console.log(completedTasks, "of", totalTasks, status);'
}
seen=$(
  count ''
  count '\n```md\n- [ ] 9.9 An example\n```\n'
  count '\n<!--\n- [x] 9.9 An older task\n-->\n'
  count '\nNotes:\n\n- []string becomes []byte\n'
  count '- [-] 1.3 No driver of our own\n'
)
echo "$seen"
expected='2 of 2 complete
2 of 3 in-progress
3 of 3 complete
2 of 3 in-progress
2 of 3 in-progress'
[ "$seen" = "$expected" ]

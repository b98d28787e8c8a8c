#!/usr/bin/env bash
# @google/gemini-cli-core 0.61.0: where the text that its replace tool was told to replace is not in the file, the tool
# takes the line that is most like it, up to a tenth of the text apart, and reports one replacement. In a plan the most
# like line is the next step of the list:
#
#   the file                                            the agent replaces "step 3" by "step 3" ticked
#   - [x] (2026-02-09 10:00Z) M2, step 3: parser tests  (a person ticked it since the agent read it)
#   - [ ] M2, step 4: parser tests                      becomes a second, ticked step 3: step 4 is gone
#
# Nothing fails: two steps 3 are done, the one that is left to do has vanished from the plan. So a person's tick, while
# such an agent works, can cost the next step; a rule that finds the same step twice (or a count of steps that went down)
# is what shows it.
#
# Calls the function that the tool itself calls, without an account or the network. Needs node 20 or newer and npm, and
# some 380 MB. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @google/gemini-cli-core@0.61.0 >/dev/null
cat > replace.mjs <<'JS'
import { calculateReplacement } from './node_modules/@google/gemini-cli-core/dist/src/tools/edit.js';
const quiet = new Proxy({}, { get: () => () => undefined });
const plan = `## Progress

- [x] (2026-02-09 10:00Z) Milestone 2, step 3: move the parser tests
- [ ] Milestone 2, step 4: move the parser tests
`;
const { newContent, occurrences } = await calculateReplacement(quiet, {
  currentContent: plan,
  params: {
    file_path: 'PLANS.md',
    old_string: '- [ ] Milestone 2, step 3: move the parser tests',
    new_string: '- [x] (2026-02-09 11:19Z) Milestone 2, step 3: move the parser tests',
  },
});
console.log(`${occurrences} replaced\n${newContent.trim()}`);
JS
seen=$(node replace.mjs)
echo "$seen"
expected='1 replaced
## Progress

- [x] (2026-02-09 10:00Z) Milestone 2, step 3: move the parser tests
- [x] (2026-02-09 11:19Z) Milestone 2, step 3: move the parser tests'
[ "$seen" = "$expected" ]

#!/usr/bin/env bash
# remark 15.0.1 with remark-gfm 4.0.1 (mdast-util-to-markdown 2.2.3): formatting a plan takes the boxes away that GFM does not know.
#
# Plans mark a half-done step `- [~]`, a dropped one `- [-]`, and begin a step with an empty `- [ ]`. GFM's task list
# items know a blank and an x alone, and only in front of a text. One run of remark, with no rule or option set, writes
# the others back as escaped text, an empty box included, and turns each `-` into `*`:
#
#   - [x] (2026-02-09 11:19Z) Done.      * [x] (2026-02-09 11:19Z) Done.
#   - [~] Half.                          * \[\~] Half.
#   - [-] Dropped.                       * \[-] Dropped.
#   - [ ]                                * \[ ]
#
# What renders as before reads as other steps: a tool that counts boxes finds one step where there were four. An ExecPlan
# reader therefore has to know escaped boxes. Prettier 3 leaves all four lines as they are.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-gfm@4.0.1 mdast-util-to-markdown@2.2.3 >/dev/null
cat > run.mjs <<'JS'
import { remark } from 'remark';
import gfm from 'remark-gfm';
const plan = '- [x] (2026-02-09 11:19Z) Done.\n- [~] Half.\n- [-] Dropped.\n- [ ]\n';
process.stdout.write(String(await remark().use(gfm).process(plan)));
JS
seen=$(node run.mjs)
echo "$seen"
expected='* [x] (2026-02-09 11:19Z) Done.
* \[\~] Half.
* \[-] Dropped.
* \[ ]'
[ "$seen" = "$expected" ]

#!/usr/bin/env bash
# @parcel/watcher 2.6.0 on Linux, which VS Code 1.139 watches workspaces with: a file that was there is replaced by rename
# and, within the same few milliseconds, deleted or moved away. No event comes at all, neither for the one nor the other.
# The rename is taken for the making of a new file, and a file that was made and deleted in one batch "never was"; that it
# was there before is forgotten.
#
#   sed -i s/a/b/ PLANS.md && mv PLANS.md done/      nothing of PLANS.md: whoever listens goes on showing it
#   the same with 200 ms in between                  create PLANS.md, delete PLANS.md
#
# Agents and git do the first. What helps: look up the files that are known after a burst of events around them, and when
# the window comes to the front.
#
# Needs Linux, node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @parcel/watcher@2.6.0 >/dev/null 2>&1
cat > watch.mjs <<'JS'
import { mkdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { subscribe } from '@parcel/watcher';
const folder = `${process.cwd()}/plans`;
mkdirSync(folder);
for (const [name, gap, end] of [
  ['replaced and deleted', 0, () => unlinkSync(`${folder}/PLANS.md`)],
  ['replaced and moved', 0, () => renameSync(`${folder}/PLANS.md`, 'moved.md')],
  ['replaced, deleted 500 ms later', 500, () => unlinkSync(`${folder}/PLANS.md`)],
]) {
  writeFileSync(`${folder}/PLANS.md`, 'one');
  writeFileSync('other.md', 'two');
  await wait(500);
  const seen = [];
  const watching = await subscribe(folder, (_, events) => seen.push(...events.map(({ type }) => type)));
  await wait(500);
  seen.length = 0;
  renameSync('other.md', `${folder}/PLANS.md`);
  if (gap > 0) await wait(gap);
  end();
  await wait(1500);
  await watching.unsubscribe();
  console.log(`${name}: ${seen.join(', ') || 'nothing'}`);
}
JS
seen=$(node watch.mjs)
echo "$seen"
expected='replaced and deleted: nothing
replaced and moved: nothing
replaced, deleted 500 ms later: create, delete'
[ "$seen" = "$expected" ]

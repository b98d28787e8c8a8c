#!/usr/bin/env bash
# @parcel/watcher 2.6.0 on Linux, which VS Code 1.139 watches workspaces with: of folders within folders that are made in
# one go, as mkdir -p, git checkout and every agent make them, some are never watched. A file in such a folder is not told
# of when it is made, and neither is any later change of it, until somebody watches anew. Nothing says so.
#
#   200 times mkdir -p tN/a/b, with a file in it:   some tens of the 200 files are never told of, then or later
#
# inotify watches single folders; one that is made below a folder before that one is watched was to be found by looking,
# and is not. How many are missed differs from run to run (here 40 to 166 of 200, on two cores, more the busier they are),
# so a test that makes one folder passes. What helps: look for files oneself below a folder that is told of as new, and look
# those up that have never sent an event.
#
# Needs Linux, node and npm. Ends with 1 when none is missed in three rounds.
set -euo pipefail
folder=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @parcel/watcher@2.6.0 >/dev/null 2>&1
cat > watch.mjs <<'JS'
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { subscribe } from '@parcel/watcher';
const count = 200;
let missedInAll = 0;
for (let round = 0; round < 3; round++) {
  const folder = `${process.cwd()}/round${round}`;
  mkdirSync(folder);
  const told = new Set();
  const watching = await subscribe(folder, (_, events) => events.forEach(({ path }) => told.add(path)));
  await wait(300);
  const files = Array.from({ length: count }, (_, i) => `${folder}/t${i}/a/b/PLANS.md`);
  for (const [i, file] of files.entries()) {
    mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
    writeFileSync(file, 'one');
    if (i % 10 === 0) await wait(5);
  }
  await wait(3000);
  const missed = files.filter((file) => !told.has(file));
  told.clear();
  for (const file of files) writeFileSync(file, 'two');
  await wait(3000);
  const still = missed.filter((file) => !told.has(file));
  console.log(`of ${count} files ${missed.length} not told of when made, ${still.length} of these not when changed`);
  missedInAll += still.length;
  await watching.unsubscribe();
}
process.exitCode = missedInAll > 0 ? 0 : 1;
JS
node watch.mjs

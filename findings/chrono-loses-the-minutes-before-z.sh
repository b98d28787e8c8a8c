#!/usr/bin/env bash
# chrono-node 2.10.3: of a date and a time of day with a blank between them and a Z right behind, as ExecPlans stamp their
# steps (`2026-02-09 11:19Z`), the minutes are lost. It takes the text `2026-02-09 11`, says nothing, and answers 11:00.
#
#   2026-02-09 11:19Z        11:00   19 minutes gone
#   2026-02-09 11:19:30Z     11:19   the seconds gone
#   2026-02-09 13:00Z        13:00   right by accident: so the example of the specification looks fine
#   2026-02-09 11:19 Z       11:19
#   2026-02-09 11:19 UTC     11:19
#   2026-02-09T11:19Z        11:19
#
# A tool that takes the last activity or the order of steps from it is up to an hour off, always to the past, and on round
# times it is right. What helps: look whether the text that was taken ends where the stamp does.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact chrono-node@2.10.3 >/dev/null
cat > read.mjs <<'JS'
import { parse } from 'chrono-node';
const present = new Date('2026-11-30T12:00:00Z');
for (const stamp of ['11:19Z', '11:19:30Z', '13:00Z', '11:19 Z', '11:19 UTC', 'T11:19Z']) {
  const text = stamp.startsWith('T') ? `2026-02-09${stamp}` : `2026-02-09 ${stamp}`;
  const [result] = parse(`- [x] Queue table (${text})`, { instant: present, timezone: 'UTC' });
  console.log(`${text} -> "${result.text}" ${result.start.date().toISOString().slice(11, 19)}`);
}
JS
seen=$(TZ=UTC node read.mjs)
echo "$seen"
expected='2026-02-09 11:19Z -> "2026-02-09 11" 11:00:00
2026-02-09 11:19:30Z -> "2026-02-09 11:19" 11:19:00
2026-02-09 13:00Z -> "2026-02-09 13" 13:00:00
2026-02-09 11:19 Z -> "2026-02-09 11:19" 11:19:00
2026-02-09 11:19 UTC -> "2026-02-09 11:19 UTC)" 11:19:00
2026-02-09T11:19Z -> "2026-02-09T11:19Z" 11:19:00'
[ "$seen" = "$expected" ]

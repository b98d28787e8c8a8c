#!/usr/bin/env bash
# any-date-parser 2.2.4: a numeric offset counts only behind seconds. `2026-02-09T11:19+05:30`, which is ISO 8601, is taken
# for UTC without a sign of doubt, and so are the shapes that plans have. A three-letter name counts: CST is Chicago's,
# never Shanghai's. A day that the calendar does not have moves into the next month.
#
#   2026-02-09T11:19:00+05:30    05:49Z   right
#   2026-02-09T11:19+05:30       11:19Z   5 h 30 min late
#   2026-02-09 11:19+05:30       11:19Z   the same, and with UTC+5:30
#   2026-02-09 11:19 CST         17:19Z   in Shanghai it was 03:19Z
#   2026-02-30 10:00Z            2026-03-02
#
# Of a plan that people in two zones stamp, the order of its steps is wrong then, and a stamp ahead of the clock is not
# noticed. What helps: refuse what is not read whole.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact any-date-parser@2.2.4 >/dev/null
cat > read.mjs <<'JS'
import parser from 'any-date-parser';
for (const text of ['2026-02-09 11:19+05:30', '2026-02-09 11:19 +05:30', '2026-02-09 11:19 UTC+5:30',
  '2026-02-09T11:19+05:30', '2026-02-09T11:19:00+05:30', '2026-02-09 11:19 CST', '2026-02-30 10:00Z'])
  console.log(`${text} -> ${parser.fromString(text).toISOString().slice(0, 16)}Z`);
JS
seen=$(TZ=UTC node read.mjs)
echo "$seen"
expected='2026-02-09 11:19+05:30 -> 2026-02-09T11:19Z
2026-02-09 11:19 +05:30 -> 2026-02-09T11:19Z
2026-02-09 11:19 UTC+5:30 -> 2026-02-09T11:19Z
2026-02-09T11:19+05:30 -> 2026-02-09T11:19Z
2026-02-09T11:19:00+05:30 -> 2026-02-09T05:49Z
2026-02-09 11:19 CST -> 2026-02-09T17:19Z
2026-02-30 10:00Z -> 2026-03-02T10:00Z'
[ "$seen" = "$expected" ]

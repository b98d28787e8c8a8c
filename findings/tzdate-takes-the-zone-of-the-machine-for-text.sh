#!/usr/bin/env bash
# @date-fns/tz 1.5.0: `new TZDate(text, zone)` and `TZDate.tz(zone, text)` read a text without a zone in the zone of the
# machine, and only show it in the one that was given; with numbers instead of text the same constructor reads in the one
# that was given. With TZ=America/New_York:
#
#   new TZDate(2026, 1, 9, 11, 19, 'Asia/Tokyo')            2026-02-09T11:19+09:00
#   new TZDate('2026-02-09 11:19', 'Asia/Tokyo')            2026-02-10T01:19+09:00   14 hours later
#   new TZDate('2026-02-09', 'Asia/Tokyo')                  2026-02-09T09:00+09:00   read as UTC
#   parseISO('2026-02-09 11:19', { in: tz('Asia/Tokyo') })  2026-02-09T11:19+09:00   date-fns 4.4.0, the same stamp
#   parseISO('2026-02-09', { in: tz('Asia/Tokyo') })        2026-02-09T00:00+09:00
#
# So a stamp without a zone of a plan that is kept in Tokyo is right on a machine there and wrong everywhere else; the tests
# of a team in one place never see it. The README says that the constructor mirrors Date's but for the zone at its end, and
# shows a text that ends with Z. Take parseISO with `in` for text.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @date-fns/tz@1.5.0 date-fns@4.4.0 >/dev/null
cat > run.mjs <<'JS'
import { TZDate, tz } from '@date-fns/tz';
import { parseISO } from 'date-fns';
const zone = 'Asia/Tokyo';
const show = (how, date) => console.log(`${how.padEnd(24)} ${date.toISOString().replace(':00.000', '')}`);
show('numbers', new TZDate(2026, 1, 9, 11, 19, zone));
for (const text of ['2026-02-09 11:19', '2026-02-09T11:19', '2026-02-09']) {
  show(`new ${text}`, new TZDate(text, zone));
  show(`.tz ${text}`, TZDate.tz(zone, text));
  show(`in ${text}`, parseISO(text, { in: tz(zone) }));
}
JS
seen=$(TZ=America/New_York node run.mjs; TZ=Asia/Tokyo node run.mjs)
echo "$seen"
expected='numbers                  2026-02-09T11:19+09:00
new 2026-02-09 11:19     2026-02-10T01:19+09:00
.tz 2026-02-09 11:19     2026-02-10T01:19+09:00
in 2026-02-09 11:19      2026-02-09T11:19+09:00
new 2026-02-09T11:19     2026-02-10T01:19+09:00
.tz 2026-02-09T11:19     2026-02-10T01:19+09:00
in 2026-02-09T11:19      2026-02-09T11:19+09:00
new 2026-02-09           2026-02-09T09:00+09:00
.tz 2026-02-09           2026-02-09T09:00+09:00
in 2026-02-09            2026-02-09T00:00+09:00
numbers                  2026-02-09T11:19+09:00
new 2026-02-09 11:19     2026-02-09T11:19+09:00
.tz 2026-02-09 11:19     2026-02-09T11:19+09:00
in 2026-02-09 11:19      2026-02-09T11:19+09:00
new 2026-02-09T11:19     2026-02-09T11:19+09:00
.tz 2026-02-09T11:19     2026-02-09T11:19+09:00
in 2026-02-09T11:19      2026-02-09T11:19+09:00
new 2026-02-09           2026-02-09T09:00+09:00
.tz 2026-02-09           2026-02-09T09:00+09:00
in 2026-02-09            2026-02-09T00:00+09:00'
[ "$seen" = "$expected" ]

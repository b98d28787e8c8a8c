#!/usr/bin/env bash
# Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0 (their inspector: V8's own): coverage that was started as precise, with
# `callCount` and `detailed`, counts fewer calls once a program has run for a while, down to none at all. The protocol's
# documentation says that starting it "prevents running optimized code"; it does not. What the optimizing compilers put into
# the code of a caller is left out of `takePreciseCoverage`, so that one and the same work is
#
#   cold    run 1, words 1000, an arrow function in it 3000
#   hot     run 1                                              (in 20.20.2 after 100,000 calls, in 26.10.0 after 1,000)
#
# with no range that says 0: functions that were called a thousand times are not in the answer. When that begins hangs on the
# version and on how long things take, so a test of counts is green or red by the machine's load. With `--no-opt --no-maglev`
# the counts are the same each time.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > count.cjs <<'JS'
const { Session } = require('node:inspector');
const { runInThisContext } = require('node:vm');
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const run = runInThisContext(
  `(function () {
    function words(name) { return name.split('-').filter((word) => word !== ''); }
    return function run(times) { let sum = 0; for (let i = 0; i < times; i++) sum += words('as-told-' + i).length; return sum; };
  })()`,
  { filename: 'counted.js' },
);
function count(times) {
  session.post('Profiler.takePreciseCoverage', () => {});
  run(times);
  let counted = [];
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    counted = result.filter(({ url }) => url === 'counted.js').flatMap(({ functions }) => functions);
  });
  const called = counted.map(({ functionName, ranges }) => `${functionName || 'arrow'} ${ranges[0].count}`);
  return called.sort().join(', ');
}
const cold = count(1000);
for (let i = 0; i < 5; i++) run(100_000);
// The code is compiled beside; a moment later it is there.
setTimeout(() => {
  count(100_000);
  console.log(`cold: ${cold}\nhot: ${count(1000)}`);
}, 500);
JS
seen=$(
  for version in 20.20.2 22.23.3 24.21.0 26.10.0; do
    mkdir "$version"
    (cd "$version" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund --save-exact "node@$version" >/dev/null)
    for flags in '' '--no-opt --no-maglev'; do
      echo "$version $flags"
      # shellcheck disable=SC2086
      "$version/node_modules/.bin/node" $flags count.cjs
    done
  done
)
echo "$seen"
expected=$(
  for version in 20.20.2 22.23.3 24.21.0 26.10.0; do
    printf '%s \ncold: arrow 3000, run 1, words 1000\nhot: run 1\n' "$version"
    printf '%s --no-opt --no-maglev\ncold: arrow 3000, run 1, words 1000\nhot: arrow 3000, run 1, words 1000\n' "$version"
  done
)
[ "$seen" = "$expected" ]

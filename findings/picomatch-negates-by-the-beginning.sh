#!/usr/bin/env bash
# picomatch 4.0.7: `!(name)` in a glob turns away every name that begins with it, not that name alone. `plans/!(README).md`
# for "all plans but the README" leaves out README-old.md and README2.md, `!(completed)` a folder completed-late. bash and
# minimatch 11.0.9 take the name as a whole; at the beginning of a pattern minimatch reads the same text as a negation of the
# whole glob, which lets README.md in:
#
#   glob                    name                      picomatch   minimatch   bash
#   plans/!(README).md      plans/README-old.md       no          yes         yes
#   plans/!(a|b)*.md        plans/a1.md               no          yes         yes
#   */!(completed)/*.md     x/completed-late/a.md     no          yes         yes
#   !(README).md            README.md                 no          yes         no
#   !(README).md            README-old.md             no          yes         yes
#
# The README tells of it for `!(foo)*` only, and calls `!(pattern)` "anything but". A file that is looked for by such a glob
# is not found, and nothing says why. Name what is wanted, and what is not in a list of its own.
#
# Needs node 20 or newer, npm and bash. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact picomatch@4.0.7 minimatch@11.0.9 >/dev/null
cat > run.mjs <<'JS'
import { minimatch } from 'minimatch';
import picomatch from 'picomatch';
const [glob, name] = process.argv.slice(2);
const words = [picomatch(glob)(name), minimatch(name, glob)].map((is) => (is ? 'yes' : 'no'));
process.stdout.write(`${glob} ${name} ${words.join(' ')} `);
JS
shopt -s extglob
matched() {
  node run.mjs "$1" "$2"
  # shellcheck disable=SC2053 # the right side is the glob
  if [[ $2 == $1 ]]; then echo yes; else echo no; fi
}
seen=$(
  matched 'plans/!(README).md' plans/README.md
  matched 'plans/!(README).md' plans/README-old.md
  matched 'plans/!(README).md' plans/queue.md
  matched 'plans/!(a|b)*.md' plans/a1.md
  matched '*/!(completed)/*.md' x/completed/a.md
  matched '*/!(completed)/*.md' x/completed-late/a.md
  matched '!(README).md' README.md
  matched '!(README).md' README-old.md
)
echo "$seen"
expected='plans/!(README).md plans/README.md no no no
plans/!(README).md plans/README-old.md no yes yes
plans/!(README).md plans/queue.md yes yes yes
plans/!(a|b)*.md plans/a1.md no yes yes
*/!(completed)/*.md x/completed/a.md no no no
*/!(completed)/*.md x/completed-late/a.md no yes yes
!(README).md README.md no yes no
!(README).md README-old.md no yes yes'
[ "$seen" = "$expected" ]

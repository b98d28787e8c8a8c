#!/usr/bin/env bash
# cmark-gfm 0.29.0.gfm.6 (Debian 12, what GitHub's renderer is built on): of a numbered task list it makes HTML with numbers
# and, of the same text, Markdown with bullets. Writing a plan back through it takes the numbers from its steps:
#
#   3. [x] Table               - [x] Table
#   4. [ ] Driver, as step 3   - [ ] Driver, as step 3      "step 3" is nowhere any more
#
#   1. Table                   1.  Table                    without boxes the numbers stay
#   2. [~] Driver              2.  \[\~\] Driver
#
# Nothing is told, and the text renders otherwise than it did, which a formatter must not do. Where it is used as one,
# numbered boxes are lost for good: a second run has bullets only.
#
# Needs apt (Debian 12 on x64). Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=0.29.0.gfm.6-6
apt-get download --quiet=2 -o APT::Sandbox::User=root cmark-gfm=$version libcmark-gfm0.29.0.gfm.6=$version \
  libcmark-gfm-extensions0.29.0.gfm.6=$version >/dev/null
for package in *.deb; do dpkg -x "$package" root; done
cmark() { LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu root/usr/bin/cmark-gfm --extension tasklist "$@"; }
printf '3. [x] Table\n4. [ ] Driver, as step 3\n' > boxes.md
printf '1. Table\n2. [~] Driver\n' > others.md
seen=$(
  cmark --to html boxes.md
  cmark --to commonmark boxes.md
  cmark --to commonmark others.md
)
echo "$seen"
expected='<ol start="3">
<li><input type="checkbox" checked="" disabled="" /> Table</li>
<li><input type="checkbox" disabled="" /> Driver, as step 3</li>
</ol>
- [x] Table
- [ ] Driver, as step 3
1.  Table
2.  \[\~\] Driver'
[ "$seen" = "$expected" ]

#!/usr/bin/env bash
# gray-matter 4.0.3 (front matter): a text whose front matter is no YAML throws when it is read, and is read without an
# error from the second time on, as a text that has none: no data, and the front matter as the beginning of its content.
# Texts are remembered before they are parsed. Of one that is right, all readers get the same object, so that what the
# first one changes in it, the next one reads from the "file":
#
#   ---                       first read     YAMLException
#   owner: @ann               second read    data {}, content "---\nowner: @ann\n---\n# Queue\n"
#   ---
#   # Queue
#
#   tags: [queue]             one reader adds "seen" to its list; the next read says ["queue","seen"]
#
# `owner: @ann` is what people write above a plan; a watcher that reads it at each save tells of the fault once and then
# shows a plan without state, title or owner, with three lines of YAML in front. With any options, an empty object
# included, nothing is remembered. Its README tells of no cache.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact gray-matter@4.0.3 >/dev/null
cat > run.mjs <<'JS'
import matter from 'gray-matter';
const read = (text, ...options) => {
  try {
    const { data, content } = matter(text, ...options);
    return JSON.stringify({ data, content });
  } catch (error) {
    return error.name;
  }
};
const wrong = '---\nowner: @ann\n---\n# Queue\n';
console.log(read(wrong));
console.log(read(wrong));
console.log(read(wrong, {}));
const right = '---\ntags: [queue]\n---\n';
matter(right).data.tags.push('seen');
console.log(read(right));
console.log(read(right, {}));
JS
seen=$(node run.mjs)
echo "$seen"
expected='YAMLException
{"data":{},"content":"---\nowner: @ann\n---\n# Queue\n"}
YAMLException
{"data":{"tags":["queue","seen"]},"content":""}
{"data":{"tags":["queue"]},"content":""}'
[ "$seen" = "$expected" ]

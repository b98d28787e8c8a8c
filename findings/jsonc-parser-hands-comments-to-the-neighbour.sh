#!/usr/bin/env bash
# jsonc-parser 3.3.1 (what VS Code's own settings are read with): `modify` keeps the text of a comment and changes what it is
# about. A comment behind the last member is handed to the one that is added; of two comments behind two members the one of
# the member that stays is thrown away, and that of the removed one takes its place:
#
#   "execplan": "on", // ask Ann     add "other"  "execplan": "on",
#                                                 "other": 1, // ask Ann
#
#   "a": 1, // keep: needed by CI     remove "b"  "a": 1, // gone with version 2
#   "b": 2, // gone with version 2                "c": 3
#   "c": 3
#
# With a key that stands twice, it changes the first, and everybody reads the last: the change has no effect. The README of
# `modify` tells of formatting, and nothing of comments or of keys that stand twice. So a tool that puts its hook or its
# server into somebody's settings with it leaves notes that lie.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact jsonc-parser@3.3.1 >/dev/null
cat > run.mjs <<'JS'
import jsonc from 'jsonc-parser';
const change = (text, key, value) => {
  const formattingOptions = { tabSize: 2, insertSpaces: true };
  console.log(jsonc.applyEdits(text, jsonc.modify(text, [key], value, { formattingOptions })));
};
change('{\n  "execplan": "on", // ask Ann\n}', 'other', 1);
change('{\n  "a": 1, // keep: needed by CI\n  "b": 2, // gone with version 2\n  "c": 3\n}', 'b', undefined);
const twice = '{ "execplan": "on", "execplan": "on" }';
change(twice, 'execplan', 'off');
const [edit] = [jsonc.modify(twice, ['execplan'], 'off', {})];
console.log(`read: ${jsonc.parse(jsonc.applyEdits(twice, edit)).execplan}`);
JS
seen=$(node run.mjs)
echo "$seen"
expected='{
  "execplan": "on",
  "other": 1, // ask Ann
}
{
  "a": 1, // gone with version 2
  "c": 3
}
{ "execplan": "off", "execplan": "on" }
read: on'
[ "$seen" = "$expected" ]

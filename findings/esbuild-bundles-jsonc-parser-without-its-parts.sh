#!/usr/bin/env bash
# esbuild 0.28.2 with jsonc-parser 3.3.1: a bundle for Node leaves the parts of the parser out, with status 0 and without a
# warning, and fails once it is loaded: "Cannot find module './impl/format'". Whether the source says `import` or `require`
# makes no difference for `--platform=node`: esbuild takes the package's `main`, an UMD module whose `require` is an argument
# of a function, so that it sees nothing to bundle. Where the bundle lies makes none either: the path is relative.
#
#   --platform=node                                      builds, fails at the start
#   --platform=browser, import                           runs (takes `module`)
#   --platform=browser, require                          builds, fails at the start
#   --platform=node --main-fields=module,main            runs
#
# vscode-languageserver-types 3.18.5 and -textdocument 1.0.16, the neighbours that were made the same way, name an ES module
# in `exports` and come out whole. For an extension this is a language server that does not start, in the package alone where
# the tests run from the sources.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact esbuild@0.28.2 jsonc-parser@3.3.1 \
  vscode-languageserver-textdocument@1.0.16 vscode-languageserver-types@3.18.5 >/dev/null
echo "import { parse } from 'jsonc-parser'; console.log(parse('{ \"a\": 1, }'));" > import.mjs
echo "console.log(require('jsonc-parser').parse('{ \"a\": 1, }'));" > require.cjs
cat > neighbours.mjs <<'JS'
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Position } from 'vscode-languageserver-types';
console.log(TextDocument.create('a:b', 'c', 1, 'd').offsetAt(Position.create(0, 1)));
JS
bundled() {
  echo "$*"
  node_modules/.bin/esbuild "$@" --bundle --outfile=out.cjs --log-level=warning 2>&1
  node out.cjs 2>&1 | grep -E '^Error|^[{0-9]'
}
seen=$(
  bundled import.mjs --platform=node
  bundled require.cjs --platform=node
  bundled import.mjs --platform=browser
  bundled require.cjs --platform=browser
  bundled import.mjs --platform=node --main-fields=module,main
  bundled neighbours.mjs --platform=node
)
echo "$seen"
expected="import.mjs --platform=node
Error: Cannot find module './impl/format'
require.cjs --platform=node
Error: Cannot find module './impl/format'
import.mjs --platform=browser
{ a: 1 }
require.cjs --platform=browser
Error: Cannot find module './impl/format'
import.mjs --platform=node --main-fields=module,main
{ a: 1 }
neighbours.mjs --platform=node
1"
[ "$seen" = "$expected" ]

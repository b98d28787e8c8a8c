#!/usr/bin/env bash
# d3-shape 3.2.1, bundled by esbuild 0.28.2: a patch release that makes a bundle get 28 times as much for one curve.
#
#   export { curveLinear } from 'd3-shape', minified:   526 bytes with 3.2.0, 14,775 with 3.2.1
#
# 3.2.0 exports src/index.js, with a module for each shape; 3.2.1 exports one file, dist/d3-shape.mjs. Both say
# "sideEffects": false, but that lets a bundler drop whole modules only. Within one, what might do something stays: 17
# functions have `X.prototype = {…}` behind them, and seven exports are made by calls that are not marked as pure. Marking these
# seven saves 0.8 kB.
#
# Name a budget for a bundle, and look at it at each update, patch releases included.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact esbuild@0.28.2 old@npm:d3-shape@3.2.0 new@npm:d3-shape@3.2.1 >/dev/null
cat > run.cjs <<'JS'
const { readFileSync, writeFileSync } = require('node:fs');
const { buildSync } = require('esbuild');
const text = readFileSync('node_modules/new/dist/d3-shape.mjs', 'utf8');
const call = /= \(function custom\(/g;
console.log(`calls ${text.match(call).length}, prototypes ${text.match(/^[A-Z]\w*\.prototype = \{/gm).length}`);
writeFileSync('marked.mjs', text.replace(call, '= /* @__PURE__ */ (function custom('));
const sizeOf = (from) => {
  const stdin = { contents: `export { curveLinear } from '${from}';`, resolveDir: __dirname };
  return buildSync({ stdin, bundle: true, minify: true, format: 'esm', write: false }).outputFiles[0].contents.length;
};
for (const from of ['old', 'new']) {
  const { version, sideEffects, exports } = JSON.parse(readFileSync(`node_modules/${from}/package.json`, 'utf8'));
  console.log(`${version}, sideEffects ${sideEffects}, ${exports.default}: ${sizeOf(from)} bytes`);
}
console.log(`3.2.1 with its calls marked: ${sizeOf('./marked.mjs')} bytes`);
JS
seen=$(node run.cjs)
echo "$seen"
expected='calls 7, prototypes 17
3.2.0, sideEffects false, ./src/index.js: 526 bytes
3.2.1, sideEffects false, ./dist/d3-shape.mjs: 14775 bytes
3.2.1 with its calls marked: 13997 bytes'
[ "$seen" = "$expected" ]

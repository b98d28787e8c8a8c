#!/usr/bin/env bash
# Node 20.20.2: `import()` of a CommonJS module costs far more than `require` of it. Its exports are looked for by a lexer first,
# for which the loader of ES modules is started and all of the text is read once more: 643 ms of CPU and 118 MB beside 245 ms and
# 87 MB for typescript 5.9.3 (9 MB), 130 ms and 60 MB beside 90 ms and 49 MB for a bundle of 280 kB. A bundler for CommonJS leaves
# `import()` of an external file as it is written, so what was written to load late and save time takes it; esbuild's
# `supported: { 'dynamic-import': false }` makes `require` of it.
#
# Needs node, npm, Linux. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact typescript@5.9.3 >/dev/null
cat > cost.cjs <<'JS'
const { spawnSync } = require('node:child_process');
const cost = (load) => {
  const program = `${load}.then(() => console.log(process.cpuUsage().user + process.cpuUsage().system, process.resourceUsage().maxRSS))`;
  const all = Array.from({ length: 7 }, () => spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stdout.split(' ').map(Number));
  return [0, 1].map((at) => Math.min(...all.map((each) => each[at])) / 1000);
};
const required = cost("Promise.resolve(require('typescript'))");
const imported = cost("import('typescript')");
console.log(process.version, 'CPU in ms, memory in MB: require', ...required, ' import()', ...imported);
process.exit(imported[0] > 1.1 * required[0] ? 0 : 1);
JS
node cost.cjs

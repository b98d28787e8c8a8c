#!/usr/bin/env bash
# @vscode/vsce 3.9.2: `vsce package --readme-path page/README.md`, for a page of the extension other than the repository's, fails
# wherever the README.md at the root would be packed:
#
#   The following files have the same case insensitive path, which isn't supported by the VSIX format:
#     - extension/README.md
#     - extension/readme.md
#
# The file that is named goes into the package as readme.md in any case, ignored or not; the one at the root is then an
# ordinary file, no longer renamed, and clashes with it. So it fails with no .vscodeignore at all, and with an allow-list
# (`**`, `!README.md`) that was right without the option: README.md must be left out there. The help says only "Path to
# README file (defaults to README.md)".
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @vscode/vsce@3.9.2 >/dev/null
mkdir -p extension/page
cd extension
cat > package.json <<'JSON'
{ "name": "a", "version": "1.0.0", "publisher": "a", "engines": { "vscode": "^1.100.0" }, "license": "MIT" }
JSON
echo '# For who builds it' > README.md
echo '# For who uses it' > page/README.md
echo MIT > LICENSE
pack() { ../node_modules/.bin/vsce package --no-dependencies --allow-missing-repository --out a.vsix "$@" 2>&1; }
# What is ignored, and then the options.
try() {
  local ignored=$1 code=0
  shift
  rm -f a.vsix .vscodeignore
  [ -z "$ignored" ] || printf "$ignored" > .vscodeignore
  said=$(pack "$@") || code=$?
  local clash=no
  if grep -q 'same case insensitive path' <<<"$said"; then clash=yes; fi
  echo "exit $code, clash $clash"
}
seen=$(
  try ''
  try '' --readme-path page/README.md
  try '**\n!README.md\n!LICENSE\n'
  try '**\n!README.md\n!LICENSE\n' --readme-path page/README.md
  try '**\n!LICENSE\n' --readme-path page/README.md
)
echo "$seen"
expected='exit 0, clash no
exit 1, clash yes
exit 0, clash no
exit 1, clash yes
exit 0, clash no'
[ "$seen" = "$expected" ]

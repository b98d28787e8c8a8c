#!/usr/bin/env bash
# @vscode/vsce 3.9.2 (and 4.1.0): packaging turns `#12` in README.md and CHANGELOG.md into a link to that issue, in code too. In an
# indented block and in a fence the link is text: a sample of a plan on the Marketplace's page does not read as it was
# written, and a colour is an issue. Relative links in a fence are written anew as well. Code in backticks on one line is
# left alone, so that a test with one looks fine:
#
#   fence      - [x] see #12 and [t](t.md)   - [x] see [#12](https://github.com/o/r/issues/12) and [t](https://…/t.md)
#   indented   git log #12                   git log [#12](https://github.com/o/r/issues/12)
#   text       the colour #123456            the colour [#123456](https://github.com/o/r/issues/123456)
#   text       `#12`                         `#12`
#
# Its help says of --no-gitHubIssueLinking "Disable automatic expansion of GitHub-style issue syntax into links", nothing
# of code. Look into the package, not into the repository, for what people read.
#
# Needs node 20 or newer, npm and unzip. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @vscode/vsce@3.9.2 >/dev/null
mkdir extension
cd extension
cat > package.json <<'JSON'
{
  "name": "sample", "displayName": "Sample", "description": "Sample.", "version": "1.0.0", "publisher": "nobody",
  "license": "MIT", "engines": { "vscode": "^1.100.0" }, "repository": { "type": "git", "url": "https://github.com/o/r.git" },
  "files": ["README.md", "LICENSE"]
}
JSON
echo MIT > LICENSE
cat > README.md <<'MD'
# Sample

```md
- [x] see #12 and [t](t.md)
```

    git log #12

The colour #123456, `#12`.
MD
../node_modules/.bin/vsce package --out ../sample.vsix >/dev/null 2>&1
seen=$(unzip -p ../sample.vsix extension/readme.md)
echo "$seen"
expected='# Sample

```md
- [x] see [#12](https://github.com/o/r/issues/12) and [t](https://github.com/o/r/blob/HEAD/t.md)
```

    git log [#12](https://github.com/o/r/issues/12)

The colour [#123456](https://github.com/o/r/issues/123456), `#12`.'
[ "$seen" = "$expected" ]

#!/usr/bin/env bash
# @google/gemini-cli-core 0.61.0: in GEMINI.md (or AGENTS.md, where `context.fileName` names it), and in each file that it
# imports, every word that begins with @ and a letter is taken for a file. Where there is none, the word is gone: an error
# message with a path of the machine stands in its place. Its documentation (docs/reference/memport.md, in the package) says
# that code blocks are found by the library marked, and that imports in them are ignored; pairs of backticks are all it knows:
#
#   Date/Author: 2026-02-09, @ann                     -> <!-- Import failed: ann - ENOENT … -->      who decided is lost
#       npm install @date-fns/tz                      -> the same, in an indented block: the command is lost
#   ~~~ … @date-fns/tz … ~~~                          -> the same, in a fence of tildes
#   a stray ` and then `npm install @date-fns/tz`     -> the same: from there on the pairs are the other way round
#   `npm install @date-fns/tz`, ann@example.org       stay
#
# So a plan that is imported with `@PLANS.md`, as a standing instruction, reaches the model without its authors and without
# the commands that name a scoped package. ExecPlans put code in indented blocks, which is what the format asks for.
#
# Calls the function that reads those files, without an account or the network. Needs node 20 or newer and npm, and some
# 380 MB. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @google/gemini-cli-core@0.61.0 >/dev/null
mkdir project
printf 'See @PLANS.md\n' > project/GEMINI.md
cat > project/PLANS.md <<'MD'
# Queue

- Decision: one table. Date/Author: 2026-02-09, @ann

    npm install @date-fns/tz

~~~sh
npm install @date-fns/tz
~~~

```sh
npm install @date-fns/tz
```

By `npm install @date-fns/tz`; ask ann@example.org.
A stray ` and `npm install @date-fns/tz` behind it.
MD
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { processImports } from './node_modules/@google/gemini-cli-core/dist/src/utils/memoryImportProcessor.js';
console.error = () => undefined; // its log tells the same
const { content } = await processImports(readFileSync('project/GEMINI.md', 'utf8'), 'project');
console.log(content.replaceAll(/ - ENOENT: no such file or directory, access '[^']*'/g, ' - ENOENT').trim());
JS
seen=$(node run.mjs)
echo "$seen"
expected='See <!-- Imported from: PLANS.md -->
# Queue

- Decision: one table. Date/Author: 2026-02-09, <!-- Import failed: ann - ENOENT -->

    npm install <!-- Import failed: date-fns/tz - ENOENT -->

~~~sh
npm install <!-- Import failed: date-fns/tz - ENOENT -->
~~~

```sh
npm install @date-fns/tz
```

By `npm install @date-fns/tz`; ask ann@example.org.
A stray ` and `npm install <!-- Import failed: date-fns/tz` - ENOENT --> behind it.

<!-- End of import from: PLANS.md -->'
[ "$seen" = "$expected" ]

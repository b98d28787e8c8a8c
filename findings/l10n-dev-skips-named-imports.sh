#!/usr/bin/env bash
# @vscode/l10n-dev 0.0.35: `vscode-l10n-dev export` takes the texts of `import * as l10n from '@vscode/l10n'` and of
# `import { l10n } from 'vscode'`, and none of `import { t } from '@vscode/l10n'`, though that runs just as well. It says
# how many texts it found, and no word of those that it left: the bundle that is made for translators lacks them, and in
# every other language they stay English.
#
#   import * as l10n from '@vscode/l10n'; l10n.t('…')      exported
#   import { l10n } from 'vscode'; l10n.t('…')             exported
#   import { t } from '@vscode/l10n'; t('…')               not exported, nothing said
#
# What helps: a test of one's own that compares the texts of the sources with the bundles.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @vscode/l10n-dev@0.0.35 >/dev/null
cat > namespace.ts <<'TS'
import * as l10n from '@vscode/l10n';
export const text = l10n.t('by namespace');
TS
cat > vscode.ts <<'TS'
import { l10n } from 'vscode';
export const text = l10n.t('by vscode');
TS
cat > named.ts <<'TS'
import { t } from '@vscode/l10n';
export const text = t('by name');
TS
npx --no-install vscode-l10n-dev export --outDir out namespace.ts vscode.ts named.ts > log 2>&1
seen=$(node -p "Object.keys(require('./out/bundle.l10n.json')).join(', ')")
echo "$seen"
grep -o 'Extracted [0-9]* strings' log
[ "$seen" = 'by namespace, by vscode' ]

#!/usr/bin/env bash
# @anthropic-ai/claude-code 2.1.197 (linux-x64): a skill whose description has a colon and a blank in it, without quotes, is no
# YAML. Claude Code loads it all the same, it says, with none of its front matter: nothing tells any more when the skill is meant.
# So `claude plugin validate` says, and ends with 1. Between quotes it is read.
#
# It needs no account and no network for that. Needs node, npm, Linux on x64. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder" DISABLE_AUTOUPDATER=1 CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @anthropic-ai/claude-code-linux-x64@2.1.197 >/dev/null
mkdir -p plugin/.claude-plugin plugin/skills/plans
echo '{ "name": "plans", "version": "1.0.0", "description": "Plans.", "author": { "name": "A" } }' > plugin/.claude-plugin/plugin.json
validate() {
  printf -- '---\nname: plans\ndescription: %s\n---\n\n# Plans\n' "$1" > plugin/skills/plans/SKILL.md
  ./node_modules/@anthropic-ai/claude-code-linux-x64/claude plugin validate plugin 2>&1
}
if said=$(validate 'Keep a plan: tick its steps'); then
  echo "It is taken now: $said"
  exit 1
fi
echo "$said"
grep -q 'loads with empty metadata' <<<"$said"
validate '"Keep a plan: tick its steps"'

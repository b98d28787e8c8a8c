#!/usr/bin/env bash
# @openai/codex 0.171.0 (linux-x64) and skills 1.5.18 (the installer of agents' skills): a description with a colon and a
# blank in it is no YAML unless it is quoted. Codex mends it without a word and offers the skill; the installer finds one
# skill less in the same folder, without a word either, and ends with status 0. The library yaml 2.9.1 refuses it. (Codex
# before, as told in openai/codex#20704, skipped such a skill; Gemini CLI 0.61.0 and opencode 1.18.33 load it.)
#
#   ---                                              Codex      skills add --list
#   name: colon
#   description: Work by a plan: tick its steps      offered    not there
#   ---
#   description: Work by a plan. Tick its steps      offered    there
#
# So a skill that was tried in three agents may be one that nobody can install, and that a stricter agent will not have.
# Nor has its name to be that of its folder for Codex, which the specification of skills asks for.
#
# Needs node 20 or newer and npm, Linux on x64. Nobody is logged in, and nothing is sent. Ends with 1 when what is seen is
# no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder" DO_NOT_TRACK=1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @openai/codex@0.171.0 skills@1.5.18 yaml@2.9.1 >/dev/null
skill() {
  mkdir -p "project/.agents/skills/$1"
  printf -- '---\nname: %s\ndescription: %s\n---\nRead the plan.\n' "$2" "$3" > "project/.agents/skills/$1/SKILL.md"
}
skill colon colon 'Work by a plan: tick its steps'
skill plain plain 'Work by a plan. Tick its steps'
skill folder name 'Work by a plan'
git init --quiet project
cat > ask.mjs <<'JS'
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
for (const name of ['colon', 'plain']) {
  const [, front] = readFileSync(`project/.agents/skills/${name}/SKILL.md`, 'utf8').split('---\n');
  try {
    console.log(`yaml: ${parse(front).name}`);
  } catch (error) {
    console.log(`yaml: ${error.name}, ${error.code}`);
  }
}
const codex = spawn('node_modules/.bin/codex', ['app-server'], { stdio: ['pipe', 'pipe', 'ignore'] });
const send = (message) => codex.stdin.write(`${JSON.stringify(message)}\n`);
send({ id: 0, method: 'initialize', params: { clientInfo: { name: 'client', title: 'Client', version: '1' } } });
send({ method: 'initialized' });
send({ id: 1, method: 'skills/list', params: { cwds: [`${process.cwd()}/project`] } });
for await (const line of createInterface(codex.stdout)) {
  const { id, result } = JSON.parse(line);
  if (id !== 1) continue;
  const { skills, errors } = result.data[0];
  const own = skills.filter(({ scope }) => scope === 'repo').map(({ name }) => name);
  console.log(`Codex: ${own.sort().join(', ')}; ${errors.length} errors`);
  codex.kill();
}
JS
seen=$(
  node ask.mjs
  # Its list is made for people: what is bare of colours, frame and cursor keys counts.
  node_modules/.bin/skills add ./project --list 2>&1 | sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g' |
    grep -oE 'Found [0-9]+ skills?|^│ {4}[a-z]+$' | sed 's/^│ */skills: /'
)
echo "$seen"
expected='yaml: YAMLParseError, BLOCK_AS_IMPLICIT_KEY
yaml: plain
Codex: colon, name, plain; 0 errors
Found 2 skills
skills: name
skills: plain'
[ "$seen" = "$expected" ]

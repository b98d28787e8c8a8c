#!/usr/bin/env bash
# git 2.39.5: a merge driver that is not installed (the shell ends with 127) counts as one that left a conflict. The file then
# holds our version without a mark, and `git add` of it loses theirs without a word. gitattributes(5) says only that a
# driver ends with 0, or not with 0 where there were conflicts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git --version
git init -q .
git config user.name Ada
git config user.email ada@example.org
echo 'plan.md merge=plans' > .gitattributes
echo base > plan.md
git add -A
git commit -qm base
git checkout -qb other
echo theirs > plan.md
git commit -qam theirs
git checkout -q -
echo ours > plan.md
git commit -qam ours
git config merge.plans.driver 'no-such-program %O %A %B'
code=0
git merge -q other || code=$?
echo "exit $code, $(git status --short plan.md), the file says: $(cat plan.md)"
[ "$code" = 1 ] && [ "$(git status --short plan.md)" = 'UU plan.md' ] && [ "$(cat plan.md)" = ours ]

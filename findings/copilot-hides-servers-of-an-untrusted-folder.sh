#!/usr/bin/env bash
# GitHub Copilot CLI 1.0.102 reads MCP servers of a repository from `.mcp.json`, as its help says. In a folder that nobody has
# trusted yet, `copilot mcp list` says "No MCP servers configured", as if the file were not there, where others list a server as
# disabled. With the folder among the trusted ones, the same file is listed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir home project
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts @github/copilot@1.0.102 >npm.log 2>&1
export HOME="$folder/home"
unset COPILOT_HOME XDG_CONFIG_HOME
cd project
git init --quiet .
echo '{ "mcpServers": { "clock": { "command": "node", "args": ["clock.js"] } } }' >.mcp.json

before=$(../node_modules/.bin/copilot mcp list)
mkdir -p "$HOME/.copilot"
echo "{ \"trustedFolders\": [\"$PWD\"], \"trusted_folders\": [\"$PWD\"] }" >"$HOME/.copilot/config.json"
after=$(../node_modules/.bin/copilot mcp list)
echo "not trusted: $before"
echo "trusted: $after"
case "$before" in *"No MCP servers configured"*) ;; *) exit 1 ;; esac
case "$after" in *clock*) ;; *) exit 1 ;; esac

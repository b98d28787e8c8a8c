/** What a fence's info string calls shell code. */
export const shell = /^(?:sh|bash|shell|zsh|fish|console|shell-?session|terminal|powershell|pwsh|ps1|cmd|bat)\b/i;
/** What a line begins with that is surely to be run, in code that does not say its language. */
const program =
  /^(?:\.\/|cd |(?:npm|npx|pnpm|yarn|bun|deno|node|python3?|pytest|uv|pip3?|poetry|ruff|cargo|go|make|cmake|ctest|git|gh|docker|kubectl|curl|bash|sh|set -|dotnet|swift|xcodebuild|gradle|mvn|mix|rake|bundle|terraform|tsc|vitest|just|pulumi|nix)(?:\s|$))/;
/** A shell's prompt at the start of a line, with the blanks around it. */
export const prompt = /^\s*(?:\$|PS [^>]{0,80}>|❯)\s+/;
/** True for a line of code, without blanks in front, that surely is to be run. */
export function isCommand(text: string): boolean {
  return prompt.test(text) || program.test(text);
}

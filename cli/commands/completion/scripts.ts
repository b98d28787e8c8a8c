/** The shells that there are completions for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * What a shell is to read, so that it completes calls of `execplan`. All of them ask `execplan __complete` what could stand
 * where the cursor is: a line each, with a description behind a tab; `:files` stands for paths.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# execplan completions for bash: eval "$(execplan completion bash)"
_execplan() {
  local cur=\${COMP_WORDS[COMP_CWORD]} line value
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$cur")
      continue
    fi
    value=\${line%%$'\\t'*}
    # Behind a quote the shell takes it as it is.
    [[ $cur == [\\"\\']* ]] || printf -v value %q "$value"
    COMPREPLY+=("$value")
  done < <(execplan __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _execplan execplan`,

  zsh: `#compdef execplan
# execplan completions for zsh: eval "$(execplan completion zsh)" behind compinit
_execplan() {
  local line value
  local -a values
  local -i files=0
  for line in "\${(@f)$(execplan __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      files=1
    elif [[ -n $line ]]; then
      value=\${line%%$'\\t'*}
      values+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  (( $#values )) && _describe execplan values
  (( files )) && _files
  return 0
}
if [[ $funcstack[1] == _execplan ]]; then _execplan "$@"; else compdef _execplan execplan; fi`,

  fish: `# execplan completions for fish: execplan completion fish | source
function __execplan_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (execplan __complete -- $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo -- $line
        end
    end
end
complete -c execplan -f -a '(__execplan_complete)'`,
};

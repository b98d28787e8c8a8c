#!/usr/bin/env bash
# eglot 1.9 on Emacs 28 (Debian 12): what a completion is matched with is the symbol at point, whatever range its textEdit
# has. An item that replaces more than that is dropped, though its filterText begins with all that the edit replaces, as LSP
# has it; one that fits the symbol alone is kept, and its edit then replaces the longer range.
#
#   typed "- Dec", an edit for all five characters:   filterText "- Decision" is not offered, "Decision" is
#
# VS Code does the reverse: it matches with what stands in the edit's range. A server for both needs to know which it talks to.
#
# Needs emacs and eglot (apt-get install emacs-nox elpa-eglot) and node. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > server.js <<'JS'
// Speaks as much of LSP as is asked below.
const textEdit = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } }, newText: '- Decision' };
const answers = {
  initialize: { capabilities: { textDocumentSync: 1, completionProvider: { resolveProvider: false } } },
  'textDocument/completion': [
    { label: 'by what the edit replaces', filterText: '- Decision', textEdit },
    { label: 'by the symbol', filterText: 'Decision', textEdit },
  ],
};
let read = Buffer.alloc(0);
process.stdin.on('data', (data) => {
  read = Buffer.concat([read, data]);
  for (;;) {
    const head = /^Content-Length: (\d+)[^]*?\r\n\r\n/.exec(read.toString('latin1'));
    const end = head && head[0].length + Number(head[1]);
    if (!head || read.length < end) return;
    const { id, method } = JSON.parse(read.subarray(head[0].length, end));
    read = read.subarray(end);
    if (method === 'exit') process.exit();
    if (id === undefined) continue;
    const body = JSON.stringify({ jsonrpc: '2.0', id, result: answers[method] ?? null });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
});
JS
cat > run.el <<'LISP'
;;; -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(setq make-backup-files nil create-lockfiles nil auto-save-default nil
      eglot-sync-connect 20)
(message "Emacs %s, eglot %s" emacs-version
         (package-version-join (package-desc-version (cadr (assq 'eglot package-alist)))))
(find-file "a.txt")
(text-mode)
(eglot--connect '(text-mode) (cons 'transient default-directory) 'eglot-lsp-server '("node" "server.js") "plaintext")
(insert "- Dec")
(pcase-let ((`(,start ,end ,table . ,properties) (eglot-completion-at-point)))
  (let* ((typed (buffer-substring-no-properties start end))
         (candidates (all-completions typed table)))
    (message "matched with: %s" typed)
    (message "offered: %s" (mapconcat #'substring-no-properties candidates ", "))
    (delete-region start end)
    (insert (car candidates))
    (funcall (plist-get properties :exit-function) (car candidates) 'finished)
    (message "put in: %s" (buffer-string))))
(set-buffer-modified-p nil)
(kill-emacs)
LISP
seen=$(HOME=$folder emacs --batch --load run.el 2>&1) || echo "$seen"
echo "$seen"
grep -qx 'Emacs 28.*, eglot 1.9' <<<"$seen"
grep -qx 'matched with: Dec' <<<"$seen"
grep -qx 'offered: by the symbol' <<<"$seen"
grep -qx 'put in: - Decision' <<<"$seen"

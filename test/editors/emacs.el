;;; -*- lexical-binding: t -*-
;; What the tests in emacs.slow.test.ts do with eglot. Each function waits until something is there, and fails when that
;; takes too long: nothing sleeps.

(package-initialize)
(require 'json)
(require 'seq)

(defconst editor-longest 30)
(defvar editor-said nil "What Emacs told the person, the newest first.")
(advice-add 'message :before
            (lambda (&rest args)
              (when (car args) (push (apply #'format-message args) editor-said))))
(setq make-backup-files nil
      create-lockfiles nil
      auto-save-default nil)

(defun editor-wait (what condition)
  "Wait until CONDITION returns something, and return it."
  (let ((end (+ (float-time) editor-longest))
        found)
    (while (and (not (setq found (funcall condition))) (< (float-time) end))
      ;; Changes of files come as events.
      (read-event nil nil 0.01))
    (or found (error "waited in vain for %s: %S" what editor-said))))

(defun editor-open (path)
  (find-file path)
  ;; A buffer is taken on once a command has ended.
  (run-hooks 'post-command-hook)
  (editor-wait "the server" #'eglot-managed-p))

(defun editor-lines-of (rule)
  (mapcar (lambda (each) (line-number-at-pos (flymake-diagnostic-beg each)))
          (seq-filter (lambda (each) (string-search (format "[%s]" rule) (flymake-diagnostic-text each)))
                      (sort (flymake-diagnostics)
                            (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))))

(defun editor-await (rule lines)
  "Wait until RULE has findings on LINES, counted from 1, and on no others."
  ;; What eglot does once nobody types: no idle timer runs without a screen.
  (eglot--signal-textDocument/didChange)
  (editor-wait (format "%s on %S, not %S" rule lines (editor-lines-of rule))
               (lambda () (equal (editor-lines-of rule) lines))))

(defun editor-cursor (line)
  (goto-char (point-min))
  (forward-line (1- line)))

(defun editor-lines (first last)
  "The lines from FIRST to LAST, counted from 1."
  (vconcat (seq-subseq (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n") (1- first) last)))

(defun editor-act (title &optional meanwhile)
  "Choose the code action at point whose title begins with TITLE; MEANWHILE runs while the list is shown."
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt candidates &rest _)
               (when meanwhile (funcall meanwhile))
               (or (seq-find (lambda (each) (string-prefix-p title each)) (mapcar #'car candidates))
                   (error "no %S in %S" title (mapcar #'car candidates))))))
    (let ((last-nonmenu-event ?x)) ; by a key, not by the mouse
      (call-interactively #'eglot-code-actions))))

(defun editor-complete (line typed choice)
  "Type at the end of LINE, and complete that by the candidate that begins with CHOICE."
  (editor-cursor line)
  (end-of-line)
  (insert typed)
  (pcase-let ((`(,start ,end ,table . ,properties) (eglot-completion-at-point)))
    (let* ((typed (buffer-substring-no-properties start end))
           (candidates (all-completions typed table))
           (taken (or (seq-find (lambda (each) (string-prefix-p choice each)) candidates)
                      (error "no %S in %S" choice candidates))))
      ;; What Emacs does itself: it goes on from what all candidates have in common.
      (unless (try-completion typed table) (error "nothing begins with %S in %S" typed candidates))
      (delete-region start end)
      (insert taken)
      (funcall (plist-get properties :exit-function) taken 'finished))))

(defun editor-hover ()
  "What eglot shows in the echo area of the place at point."
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (substring-no-properties (editor-wait "a hover" (lambda () shown)))))

(defun editor-run (test)
  "Run TEST, and write what it returns."
  (condition-case problem
      (let ((result (funcall test))
            (coding-system-for-write 'utf-8-unix))
        (with-temp-file ".git/result.json" (insert (json-encode result))))
    (error (princ (format "%s\n" (error-message-string problem)) #'external-debugging-output)))
  (kill-emacs))

/** A title without what says that it is a plan's: `ExecPlan: Move the log`, `Execution Plan – …`, `Plan: …` → `Move the log`. */
export function withoutKind(title: string): string {
  return title.replace(/^(?:exec(?:ution)?[ -]?)?plan\s{0,3}[:：—–-]\s{0,3}(?=\S)/i, '');
}

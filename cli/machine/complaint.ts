/** Takes what somebody must hear of that is no finding. It is a failure where what was asked for could not be done. */
export type Complain = (message: string, meaning: 'note' | 'failure') => void;

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

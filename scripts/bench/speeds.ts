/** What is measured on each text, in the order of the table. */
export const taskNames = ['floor', 'parse', 'full', 'edit', 'line', 'markdownlint', 'markdown service'] as const;
export type TaskName = (typeof taskNames)[number];

/** The medians of one text, in milliseconds. */
export interface Speed {
  /** `10000 lines`, or the file's path. */
  name: string;
  lines: number;
  medians: Record<TaskName, number>;
}

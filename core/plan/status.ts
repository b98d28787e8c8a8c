import type { Plan } from './model';

const statusLine =
  /(?:^|[|·;])[\s>*_+-]{0,8}(?:status|state|状态|狀態|ステータス|状態|상태|estado|statut|статус)[*_]{0,2}\s{0,2}[:：][*_]{0,2}\s*([^|·]{1,200})/i;
const authorLine =
  /^[\s>*_+-]{0,8}(?:authors?|owners?|created by|drafted by|written by|作者|负责人|著者|作成者|担当者?|작성자|저자|담당자|autor(?:es|a)?|auteurs?|verfasser|автор)[*_]{0,2}\s{0,2}[:：][*_]{0,2}\s*([^|·]{1,200})/i;
/** How far below the title a status or an author is looked for. */
const reach = 40;

type Head = Pick<Plan, 'range' | 'title' | 'sections'>;

/**
 * What a plan says of itself: a line `Status: …` above its first section, else the front matter's, which speaks for the
 * whole text; undefined where neither says anything.
 */
export function statusOf(plan: Head, lines: readonly string[], frontMatter: readonly string[]): string | undefined {
  return saidBy(statusLine, plan, lines, frontMatter);
}

/** Who a plan says wrote it: a line `Author: …` or `Owner: …` in the same places. */
export function authorOf(plan: Head, lines: readonly string[], frontMatter: readonly string[]): string | undefined {
  return saidBy(authorLine, plan, lines, frontMatter);
}

function saidBy(
  pattern: RegExp,
  { range, title, sections }: Head,
  lines: readonly string[],
  frontMatter: readonly string[],
): string | undefined {
  const from = (title?.range.end.line ?? range.start.line - 1) + 1;
  const end = Math.min(sections[0]?.range.start.line ?? from + reach, from + reach);
  for (const line of [...lines.slice(from, end), ...frontMatter]) {
    const said = pattern.exec(line.slice(0, 300))?.[1]?.replace(/^["'*_`\s]+|["'*_`\s]+$/g, '');
    if (said) return said;
  }
  return undefined;
}

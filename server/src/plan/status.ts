import type { Plan } from './model';

const statusLine =
  /(?:^|[|·;])[\s>*_+-]{0,8}(?:status|state|状态|狀態|ステータス|状態|상태|estado|statut|статус)[*_]{0,2}\s{0,2}[:：][*_]{0,2}\s*([^|·]{1,200})/i;
/** How far below the title a status is looked for. */
const reach = 40;

/**
 * What a plan says of itself: a line `Status: …` above its first section, else the front matter's, which speaks for the
 * whole text; undefined where neither says anything.
 */
export function statusOf(
  { range, title, sections }: Pick<Plan, 'range' | 'title' | 'sections'>,
  lines: readonly string[],
  frontMatter: readonly string[],
): string | undefined {
  const from = (title?.range.end.line ?? range.start.line - 1) + 1;
  const end = Math.min(sections[0]?.range.start.line ?? from + reach, from + reach);
  for (const line of [...lines.slice(from, end), ...frontMatter]) {
    const status = statusLine.exec(line.slice(0, 300))?.[1]?.replace(/^["'*_`\s]+|["'*_`\s]+$/g, '');
    if (status) return status;
  }
  return undefined;
}

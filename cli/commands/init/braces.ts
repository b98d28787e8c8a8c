/** How many globs one becomes at most: what would be more stays as it is written. */
const most = 200;

/** A glob as several without braces, which git does not know: `{a,b}.md` becomes `a.md` and `b.md`. */
export function expandBraces(glob: string): string[] {
  const open = glob.indexOf('{');
  const parts = open < 0 ? undefined : partsAt(glob, open);
  if (!parts) return [glob];
  const all = parts.inside.flatMap((part) => expandBraces(glob.slice(0, open) + part + glob.slice(parts.end)));
  return all.length > most ? [glob] : all;
}

function partsAt(glob: string, open: number): { inside: string[]; end: number } | undefined {
  const inside: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let i = open; i < glob.length; i++) {
    const sign = glob[i];
    if (sign === '{') depth++;
    if (depth === 1 && (sign === ',' || sign === '}')) {
      inside.push(glob.slice(from, i));
      from = i + 1;
    }
    if (sign === '}' && --depth === 0) return { inside, end: i + 1 };
  }
  return undefined;
}

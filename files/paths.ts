/** Tells the path of a file below a folder (`docs/a.md`; `` is the folder itself); undefined for one outside. */
export type PathBelow = (file: string) => string | undefined;

/** Makes what tells paths below a folder of a disk; URIs have their own in `uri.ts`. All have `/` between names. */
export function relativeToPath(folder: string): PathBelow {
  const top = folder.replace(/\/+$/, '');
  return (path) => (path === top ? '' : path.startsWith(`${top}/`) ? path.slice(top.length + 1) : undefined);
}

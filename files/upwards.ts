/**
 * The folders that hold a file, its own first, then upwards to `top`; none for a file that does not lie below it. Paths or
 * URIs with `/`, each without a slash at its end: the root of all is empty.
 *
 *     /w/plans/a.md, /w   →   /w/plans, /w
 */
export function foldersUpwards(file: string, top: string): string[] {
  const last = top.replace(/\/$/, '');
  if (!file.startsWith(`${last}/`)) return [];
  const folders: string[] = [];
  for (let folder = parentOf(file); folder.length >= last.length; folder = parentOf(folder)) {
    folders.push(folder);
    if (folder === '') break;
  }
  return folders;
}

/**
 * The nearest file of a name upwards from another file, and its text; undefined when there is none up to `top`. `read`
 * answers null where no such file is.
 */
export async function nearestUpwards(
  name: string,
  file: string,
  top: string,
  read: (path: string) => Promise<string | null>,
): Promise<{ path: string; text: string } | undefined> {
  for (const folder of foldersUpwards(file, top)) {
    const path = `${folder}/${name}`;
    const text = await read(path);
    if (text !== null) return { path, text };
  }
  return undefined;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

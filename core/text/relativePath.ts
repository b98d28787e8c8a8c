/** Where a path leads from some folders below a top, without `.` and `..`; undefined where it leads out of that. */
export function pathFrom(folders: readonly string[], path: string): string | undefined {
  const parts = [...folders];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The path that a link's target means; as it is written where it is no encoded one. */
export function decodedPath(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** A part of a link's target, such as the name of a place, decoded; as it is written where it is no encoded one. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

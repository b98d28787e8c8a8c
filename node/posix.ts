import { sep } from 'node:path';

/** A path as it is written elsewhere than on Windows, where `\` is a letter. */
export const toPosix = (path: string) => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** The project's folder, as a URL with a slash at its end: tests name files by their paths below it. */
export const root = new URL('../../', import.meta.url);

/** The fixtures' folder, as a URL with a slash at its end. */
export const fixtures = new URL('test/fixtures/', root);

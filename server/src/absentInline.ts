// In our bundles this stands for four packages that markdown-it reads inline Markdown with (esbuild.mjs): only its blocks
// are used here, and these are a twelfth of the server. A definition of a link passes through two of them, where what
// they yield does not matter.

/** Finds bare addresses in inline text. */
export class LinkifyIt {}

/** Decodes entities such as `&amp;`. */
export function decodeHTMLStrict(text: string): string {
  return text;
}

/** Punctuation and symbols. */
export const P = /\p{P}/u;
export const S = /\p{S}/u;

const same = (host: string) => host;

/** Host names in other scripts. */
const punycode = { toASCII: same, toUnicode: same };

// biome-ignore lint/style/noDefaultExport: the package has one.
export default punycode;

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Leaves of markdown-it what reads blocks: inline Markdown, the renderer and what configures them are two thirds of it,
 * and nobody uses them here. The package is one module, with a mark where each file of its sources begins; the class that
 * holds all together is replaced by one that holds the block parser.
 */
export const blocksOfMarkdownIt: Plugin = {
  name: 'blocks of markdown-it',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, async ({ path }) => {
      const [head = '', ...regions] = (await readFile(path, 'utf8')).split(/^(?=\/\/#region )/m);
      const kept = regions.filter((region) => !others.test(region));
      if (!kept.some((region) => region.includes('var ParserBlock =')) || kept.length === regions.length)
        throw new Error('markdown-it is put together in another way: see markdownItBlocks.ts.');
      return { contents: [head, ...kept, blockParser].join(''), loader: 'js' };
    });
    // Entities, and what is done with addresses: only where a definition of a link ends is asked for, not what it says.
    const namespace = 'markdown-it';
    onResolve({ filter: /^(?:entities|linkify-it|mdurl|punycode\.js|uc\.micro)$/ }, ({ importer, path }) =>
      /[\\/]markdown-it[\\/]/.test(importer) ? { path, namespace, sideEffects: false } : undefined,
    );
    onLoad({ filter: /./, namespace }, () => ({
      contents: 'export const decodeHTMLStrict = (text) => text; export class LinkifyIt {} export default undefined;',
    }));
  },
};

/** The files of its sources that are not about blocks, and the two that hold all together. */
const others =
  /^\/\/#region src\/(?:renderer|rules_core\/\w+|parser_core|rules_inline\/\w+|parser_inline|markdownit|index)\.ts$/m;

/** As in markdown-it's own class, whose options and methods these are. */
const blockParser = `
export default class MarkdownIt {
  static StateBlock = StateBlock;
  block = new ParserBlock();
  helpers = { parseLinkDestination, parseLinkTitle };
  constructor(options) {
    this.options = { maxNesting: 100, ...options };
  }
  normalizeLink(url) {
    return url;
  }
  validateLink(url) {
    const address = url.trim().toLowerCase();
    return !/^(?:vbscript|javascript|file|data):/.test(address) || /^data:image\\/(?:gif|png|jpeg|webp);/.test(address);
  }
}
`;

import type { IRawGrammar } from 'vscode-textmate';

type Rules = Pick<IRawGrammar, 'patterns' | 'repository'>;

/**
 * A small Markdown grammar with the scopes and the way of beginning paragraphs (without a character, at `\G`) that
 * VS Code's own has: what an injection needs to be tried against.
 */
const rules = {
  patterns: [{ include: '#frontMatter' }, { include: '#block' }],
  repository: {
    frontMatter: { begin: '\\A---$', end: '^---$', contentName: 'meta.embedded.block.frontmatter' },
    block: {
      patterns: ['heading', 'quote', 'bullets', 'numbers', 'fence', 'indented', 'comment', 'table', 'paragraph'].map(
        (name) => ({ include: `#${name}` }),
      ),
    },
    heading: {
      match: '(?:^|\\G) {0,3}#{1,6}\\s+(.*)$',
      captures: { 1: { name: 'entity.name.section.markdown', patterns: [{ include: '#inline' }] } },
      name: 'markup.heading.markdown',
    },
    quote: {
      begin: '(^|\\G) {0,3}> ?',
      while: '(^|\\G)\\s*> ?',
      name: 'markup.quote.markdown',
      patterns: [{ include: '#block' }],
    },
    bullets: list('[*+-]', 'markup.list.unnumbered.markdown'),
    numbers: list('\\d+[.)]', 'markup.list.numbered.markdown'),
    fence: {
      begin: '(^|\\G)\\s*(`{3,}|~{3,})\\s*(md)?[^`]*$',
      end: '(^|\\G)\\s*\\2\\s*$',
      name: 'markup.fenced_code.block.markdown',
      patterns: [
        {
          begin: '(^|\\G)',
          while: '(^|\\G)(?!\\s*[`~]{3,}\\s*$)',
          contentName: 'meta.embedded.block.markdown',
          patterns: [{ include: '#block' }],
        },
      ],
    },
    indented: { begin: '(^|\\G)( {4}|\\t)', while: '(^|\\G)( {4}|\\t)', name: 'markup.raw.block.markdown' },
    comment: { begin: '(^|\\G)\\s*<!--', end: '-->', name: 'comment.block.html' },
    table: {
      begin: '(^|\\G)\\|(?=[^|].+\\|\\s*$)',
      while: '(^|\\G)(?=\\|)',
      name: 'markup.table.markdown',
      patterns: [
        {
          match: '(?<=\\|)\\s*(?=\\S)([^|]+)(?<=\\S)\\s*(?=\\|)',
          captures: { 1: { patterns: [{ include: '#inline' }] } },
        },
      ],
    },
    paragraph: {
      begin: '(^|\\G) {0,3}(?=[^ \\t\\n])',
      while: '(^|\\G) {4,}(?=[^ \\t\\n])',
      name: 'meta.paragraph.markdown',
      patterns: [{ include: '#inline' }],
    },
    inline: {
      patterns: ['bold', 'italic', 'code', 'link', 'shortcut', 'autolink', 'tag', 'inlineComment'].map((name) => ({
        include: `#${name}`,
      })),
    },
    bold: {
      begin: '(\\*\\*|__)(?=\\S.*\\1)',
      end: '\\1',
      name: 'markup.bold.markdown',
      patterns: [{ include: '#inline' }],
    },
    italic: {
      begin: '\\*(?=[^\\s*].*\\*)',
      end: '\\*',
      name: 'markup.italic.markdown',
      patterns: [{ include: '#inline' }],
    },
    code: { match: '(`+)[^`]+\\1', name: 'markup.inline.raw.string.markdown' },
    link: {
      match: '\\[([^\\[\\]]*)\\]\\(([^()\\s]*)\\)',
      captures: { 1: { name: 'string.other.link.title.markdown' }, 2: { name: 'markup.underline.link.markdown' } },
      name: 'meta.link.inline.markdown',
    },
    shortcut: { match: '\\[[^\\s\\[\\]]+\\]', name: 'meta.link.reference.markdown' },
    autolink: { match: '<https?://[^>]*>', name: 'meta.link.inet.markdown' },
    tag: { match: '</?[a-z][^>]*>', name: 'meta.tag.html' },
    inlineComment: { begin: '<!--', end: '-->', name: 'comment.block.html' },
  },
};

function list(marker: string, name: string) {
  return {
    begin: `(^|\\G) {0,3}(${marker})[ \\t]`,
    while: '((^|\\G)( {2,4}|\\t))|(^[ \\t]*$)',
    beginCaptures: { 2: { name: 'punctuation.definition.list.begin.markdown' } },
    name,
    patterns: [{ include: '#block' }],
  };
}

export const markdownHost = { scopeName: 'text.html.markdown', ...rules } as unknown as IRawGrammar & Rules;

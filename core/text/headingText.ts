/** What a heading has beside its words, from the end of the line or anywhere in it; none of it says what the section is. */
const decorations: readonly RegExp[] = [
  /<!--(?:[^-]|-(?!->)){0,300}-->/g, // a comment
  /%%[^%]{0,200}%%/g, // a comment of Obsidian
  /!\[[^\]]{0,100}\]\([^)]{0,300}\)/g, // a picture
  /<su[bp]>[^<>]{0,20}<\/su[bp]>|\[\^[^\]]{1,20}\]/g, // a footnote
  /<\/?[A-Za-z][^<>]{0,200}>/g, // an anchor, `<br>`
  /\s*\{\s?:?\s?(?:[#.]|[A-Za-z-]{1,20}=)[^{}]{0,100}\}\s*$/, // `{#id .class}` of Pandoc and Kramdown
  /:[a-z][a-z0-9_+-]{1,30}:/g, // `:construction:`
  /&(?:nbsp|ensp|emsp|thinsp|zwj|zwnj);|&#x?[0-9a-f]{2,6};/gi,
  /\s\^[A-Za-z0-9-]{1,40}\s*$/, // a block id of Obsidian
  /(?<=\S\s)#[\p{L}][\p{L}\p{N}_/-]{0,40}(?=\s|$)/gu, // a tag
  /(?<=\S\s)@[A-Za-z][\w-]{0,38}\s*$/, // who keeps it
  /(?<!\d)\d{1,3}\s?[%％]/g, // how far it is
  /(?<=\S\s)[([（【]?\d{1,4}\s?(?:\/|of)\s?\d{1,4}[)\]）】]?\s*$/, // `12/29`
  /^\s*\[[ xX~-]\]\s/, // a box
];

/** Something to look for, before any of the patterns are tried. */
const mayBeDecorated = /[<{&%％^#@\]]|:[a-z]|\d\s?(?:\/|of)\s?\d/;

/**
 * A heading's words without what decorates them: comments, anchors, ids, tags, emoji codes, entities, figures, a box.
 *
 *     Progress {#progress} 60 %   →   Progress
 */
export function plainHeading(text: string): string {
  if (!mayBeDecorated.test(text)) return text;
  // What stands at the end may stand in front of something else that does.
  let plain = text;
  for (let round = 0; round < 2; round++) for (const decoration of decorations) plain = plain.replace(decoration, ' ');
  return plain.replace(/\s{2,}/g, ' ').trim() || text;
}

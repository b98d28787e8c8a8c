import { createScanner, getNodeValue, type JSONPath, type Node, type ParseError, parseTree } from 'jsonc-parser';

/** Kinds of tokens, which the package has as an enumeration that only its own compiler sees. */
const [commaToken, endOfText] = [5, 17];

/** Why a file is left as it is: in words, without its path. */
export class Misfit extends Error {}

/** A JSON file that somebody else writes to as well: what is not ours stays as it is to the character, comments included. */
export class JsonText {
  constructor(readonly text: string) {}

  /** Its value; throws `Misfit` for what is no JSON object, comments and trailing commas allowed. */
  get value(): Readonly<Record<string, unknown>> {
    return getNodeValue(this.#root()) as Readonly<Record<string, unknown>>;
  }

  /** With a value at a place: in place of the one that is there, else at the end; -1 stands for the end of a list. */
  with(path: JSONPath, value: unknown): JsonText {
    const key = path.at(-1) as string | number;
    const holder = nodeAt(this.#root(), path.slice(0, -1));
    if (!holder) return this.with(path.slice(0, -1), key === -1 ? [value] : { [key]: value });
    const present = key === -1 ? undefined : nodeAt(holder, [key]);
    if (present) return this.#replaced(present.offset, present.offset + present.length, JSON.stringify(value));
    return this.#withLast(holder, typeof key === 'string' ? `${JSON.stringify(key)}: ` : '', value);
  }

  /** Without what stands at a place, and without what holds nothing any more above it. */
  without(path: JSONPath): JsonText {
    const holder = nodeAt(this.#root(), path.slice(0, -1)) as Node;
    const json = this.#withoutChild(holder, childAt(holder, path.at(-1) as string | number) as Node);
    const above = path.slice(0, -1);
    const left = nodeAt(json.#root(), above);
    return above.length > 0 && left?.children?.length === 0 ? json.without(above) : json;
  }

  #root(): Node {
    const errors: ParseError[] = [];
    const root = parseTree(this.text, errors, { allowTrailingComma: true });
    if (errors.length > 0 || root?.type !== 'object') throw new Misfit('it is no JSON object');
    const keys = new Set<string>();
    for (const { children } of root.children ?? []) {
      const key = String(children?.[0]?.value);
      if (keys.has(key)) throw new Misfit(`"${key}" stands in it twice`);
      keys.add(key);
    }
    return root;
  }

  #withLast(holder: Node, key: string, value: unknown): JsonText {
    const { text } = this;
    const last = holder.children?.at(-1);
    const close = holder.offset + holder.length - 1;
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const first = holder.children?.[0];
    const isInLines = !first || text.slice(holder.offset, first.offset).includes('\n');
    const indent = first ? this.#indentAt(first.offset) : this.#indentAt(holder.offset) + unitOf(text);
    const own = isInLines
      ? lineEnd + indent + key + JSON.stringify(value, null, unitOf(text)).replaceAll('\n', lineEnd + indent)
      : ` ${key}${JSON.stringify(value)}`;
    if (!last) return this.#replaced(holder.offset + 1, close, `${own}${lineEnd}${this.#indentAt(holder.offset)}`);
    const comma = this.#commaBetween(last.offset + last.length, close);
    const end = this.#endBefore(close);
    const more = this.#replaced(end, end, comma === undefined ? own : `${own},`);
    return comma === undefined ? more.#replaced(last.offset + last.length, last.offset + last.length, ',') : more;
  }

  #withoutChild(holder: Node, child: Node): JsonText {
    const children = holder.children ?? [];
    const at = children.indexOf(child);
    const [previous, next] = [children[at - 1], children[at + 1]];
    const close = holder.offset + holder.length - 1;
    const end = child.offset + child.length;
    const behind = this.#commaBetween(end, next?.offset ?? close);
    const start = this.#endBefore(child.offset);
    const json = this.#replaced(start, behind === undefined ? end : behind + 1, '');
    if (!previous) {
      const left = close - (this.text.length - json.text.length);
      const isBare = !next && json.text.slice(holder.offset + 1, left).trim() === '';
      return isBare ? json.#replaced(holder.offset + 1, left, '') : json;
    }
    if (behind !== undefined || next) return json;
    const before = this.#commaBetween(previous.offset + previous.length, child.offset);
    return before === undefined ? json : json.#replaced(before, before + 1, '');
  }

  /** Where the first comma stands between two places, outside of comments. */
  #commaBetween(from: number, to: number): number | undefined {
    const scanner = createScanner(this.text.slice(0, to), true);
    scanner.setPosition(from);
    for (let token = scanner.scan(); token !== endOfText; token = scanner.scan())
      if (token === commaToken) return scanner.getTokenOffset();
    return undefined;
  }

  /** The place behind the last character that is no blank, before another place. */
  #endBefore(offset: number): number {
    return this.text.slice(0, offset).trimEnd().length;
  }

  /** The blanks that the line of a place begins with. */
  #indentAt(offset: number): string {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? '';
  }

  #replaced(from: number, to: number, by: string): JsonText {
    return new JsonText(this.text.slice(0, from) + by + this.text.slice(to));
  }
}

/** The child that a key leads to: of an object the member with its name. */
function childAt(holder: Node | undefined, key: string | number): Node | undefined {
  if (holder?.type === 'array') return typeof key === 'number' ? holder.children?.[key] : undefined;
  return holder?.children?.findLast(({ children }) => children?.[0]?.value === key);
}

/** The value that some keys lead to. */
function nodeAt(root: Node, path: JSONPath): Node | undefined {
  return path.reduce<Node | undefined>((holder, key) => {
    const child = childAt(holder, key);
    return holder?.type === 'object' ? child?.children?.[1] : child;
  }, root);
}

/** What one level is indented by. */
function unitOf(text: string): string {
  return /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}

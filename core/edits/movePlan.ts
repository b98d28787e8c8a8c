/** A file by its path from the top of a workspace or a repository, with `/`, and its text. */
export interface TextFile {
  path: string;
  text: string;
}

const inlineTarget = /(\]\([ \t]{0,9}<?)([^\s()<>#?"']{1,500})(?=[#?][^\s()<>]{0,300}|[)>\s])/g;
const definedTarget = /(^[ \t>]{0,9}\[[^\]\n]{1,200}\]:[ \t]{1,9}<?)([^\s<>#?]{1,500})/gm;

/** The text of a file that goes to another place, with its relative links to the same files as before. */
export function withOwnLinks({ path, text }: TextFile, to: string): string {
  return withTargets(text, (target) => {
    const file = resolved(target, path);
    // What leads out of the top is left alone, and so is what is no path.
    return file === undefined || !/[/.]/.test(target) ? undefined : relative(file, to);
  });
}

/** The text of another file, with its relative links to a file that has gone to another place, and its path where words name it. */
export function withLinksTo({ path, text }: TextFile, from: string, to: string): string {
  const linked = withTargets(text, (target) => (resolved(target, path) === from ? relative(to, path) : undefined));
  return withName(linked, from, to);
}

function withTargets(text: string, change: (target: string) => string | undefined): string {
  const put = (whole: string, lead: string, target: string) => {
    if (/^(?:[a-z][a-z0-9+.-]{1,20}:|\/)/i.test(target)) return whole;
    const fresh = change(decoded(target));
    return fresh === undefined ? whole : `${lead}${target.includes('%') ? encodeURI(fresh) : fresh}`;
  };
  return text.replace(inlineTarget, put).replace(definedTarget, put);
}

/** A path in words or code, whole: neither the end of a longer one nor the beginning of another name. */
function withName(text: string, from: string, to: string): string {
  if (!from.includes('/')) return text;
  let made = '';
  let rest = 0;
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    const isWhole =
      !/[\w/.-]/.test(text.charAt(at - 1)) &&
      !/^(?:[\w/-]|\.\w)/.test(text.slice(at + from.length, at + from.length + 2));
    if (!isWhole) continue;
    made += text.slice(rest, at) + to;
    rest = at + from.length;
  }
  return made + text.slice(rest);
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** The path from the top that a relative one in a file means; undefined where it leads out of it. */
function resolved(target: string, file: string): string | undefined {
  const parts = file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/') + (target.endsWith('/') ? '/' : '');
}

/** How a file is called from another one. */
function relative(file: string, from: string): string {
  const to = file.split('/');
  const base = from.split('/').slice(0, -1);
  let same = 0;
  while (same < base.length && same < to.length - 1 && base[same] === to[same]) same++;
  return [...base.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

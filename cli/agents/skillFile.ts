import { Misfit } from './jsonEdits';

/** A skill as it is wanted in place of what is there; throws `Misfit` for another skill than ours. */
export function withSkill(text: string | undefined, skill: string): string {
  if (text !== undefined && !isOwnSkill(text)) throw new Misfit('it is another skill');
  return text !== undefined && unix(text) === skill ? text : skill;
}

/** Undefined for our skill as we wrote it; one that somebody has changed, or that is older, stays. */
export function withoutSkill(text: string, skill: string): string | undefined {
  return unix(text) === skill ? undefined : text;
}

function isOwnSkill(text: string): boolean {
  return /^---\nname: execplan\n/.test(unix(text));
}

function unix(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

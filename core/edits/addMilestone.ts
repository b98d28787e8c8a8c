import { languageOf } from '../plan/language';
import type { Milestone, Plan } from '../plan/model';
import { lineBehind } from '../text/positions';
import { type Hint, hintIn } from '../words/hints';
import { announced, nextNumeral, separator, unitNames } from '../words/milestoneNames';
import { phraseIn } from '../words/phrases';
import { wordsIn } from '../words/words';
import { insertSectionWith } from './addSection';
import { notesIn } from './closingNotes';
import { proofTemplate } from './entryTemplate';
import { keyStyleOf } from './keyStyle';
import { atEnd, isBlank } from './lines';
import type { PlanEdit } from './planEdit';
import { type TabStop, type Template, tabStops, toText } from './template';

/** What a new milestone is called, and what is said of it; a tab stop where it is left out. */
export interface NewMilestone {
  title?: string | undefined;
  text?: string | undefined;
}

/**
 * Adds a milestone behind the last one, with the next number, as that one is written: its word, its level, its keys. The first
 * one of a plan comes to the end of the Plan of Work. Undefined where the last one has no number that could count on.
 */
export function addMilestone(plan: Plan, said: NewMilestone, lines: readonly string[]): PlanEdit | undefined {
  const tab = tabStops();
  const hint = (name: Hint) => tab(hintIn(keyStyleOf(plan, lines).language, name));
  const title = said.title ?? hint('title');
  const last = plan.milestones.at(-1);
  const heading = last ? headingLike(last, title, lines) : undefined;
  if (last && !heading) return undefined;
  const body = bodyOf(plan, last, said, lines, tab);
  const neutral = (before: Template) => toText([...before, said.text ?? phraseIn(languageOf(plan), 'notWritten')]);
  if (last && heading) {
    const isHeading = heading.isHeading;
    const filled = lastFilled(last.range.start.line, lineBehind(last.range), lines);
    const gap = isHeading || isBlank(lines[filled + 1]) || !heading.isItem ? '\n\n' : '\n';
    const before: Template = [gap, ...heading.words, isHeading ? '\n\n' : heading.isItem ? '. ' : '\n\n'];
    return {
      range: atEnd(filled, lines),
      ...withBody(
        before,
        heading.isItem ? [said.text ?? hint('willExist')] : body,
        neutral(before),
        isBlank(lines[filled + 1]),
      ),
    };
  }
  const section = plan.sections.find(({ roles }) => roles.includes('planOfWork'));
  const level = (section?.heading.level ?? plan.level) + 1;
  const first: Template = [`${'#'.repeat(Math.min(level, 6))} ${firstName(plan)}`, title, '\n\n'];
  if (!section) {
    const edit = insertSectionWith(plan, 'planOfWork', [...first, ...body], lines);
    return { ...edit, neutral: toText(insertSectionWith(plan, 'planOfWork', [neutral(first)], lines).template) };
  }
  const filled = lastFilled(section.range.start.line, lineBehind(section.range), lines);
  const before: Template = ['\n\n', ...first];
  return { range: atEnd(filled, lines), ...withBody(before, body, neutral(before), isBlank(lines[filled + 1])) };
}

/**
 * The milestone that `addMilestone` would add, from its heading's marks on; undefined as there, and where the last one is
 * announced otherwise than by a heading.
 */
export function milestoneTemplateFor(plan: Plan, lines: readonly string[]): Template | undefined {
  const tab = tabStops();
  const title = tab(hintIn(keyStyleOf(plan, lines).language, 'title'));
  const last = plan.milestones.at(-1);
  const body = (): Template => bodyOf(plan, last, {}, lines, tab);
  if (last) {
    const heading = headingLike(last, title, lines);
    return heading?.isHeading ? [...heading.words, '\n\n', ...body()] : undefined;
  }
  const section = plan.sections.find(({ roles }) => roles.includes('planOfWork'));
  const level = Math.min((section?.heading.level ?? plan.level) + 1, 6);
  return [`${'#'.repeat(level)} ${firstName(plan)}`, title, '\n\n', ...body()];
}

function withBody(
  before: Template,
  body: Template,
  neutral: string,
  isFree: boolean,
): Pick<PlanEdit, 'template' | 'neutral'> {
  const behind = isFree ? '' : '\n';
  return { template: [...before, ...body, behind], neutral: `${neutral}${behind}` };
}

/** The last line of a part that is filled, without rules, and without notes of revision at the end of the plan. */
function lastFilled(line: number, end: number, lines: readonly string[]): number {
  const own = lines.slice(line, end);
  let last = line + (notesIn(own) ?? own.length) - 1;
  while (last > line && /^\s*(?:$|(?:[-*_]\s*){3,}$)/.test((lines[last] as string).slice(0, 200))) last--;
  return last;
}

/** How a milestone is announced like another one. */
interface Announcement {
  words: Template;
  isHeading: boolean;
  isItem: boolean;
}

/** The line that announces a milestone, with the next number and another title; undefined where it has no name and number. */
function headingLike(
  { heading }: Milestone,
  title: string | TabStop,
  lines: readonly string[],
): Announcement | undefined {
  const { line, character } = heading.range.start;
  const text = lines[line] as string;
  const isHeading = /^ {0,3}#/.test(text);
  const bold = isHeading ? '' : (/^(?:\*\*|__)/.exec(text.slice(character))?.[0] ?? '');
  const start = text.indexOf(heading.text.slice(0, 12), character);
  const unit = announced(heading.text);
  if (!unit?.number || start < 0 || (!isHeading && bold === '')) return undefined;
  const name = heading.text.slice(0, heading.text.length - unit.rest.length);
  const numbered = withNextNumber(withNextSection(name, unit.number), unit.number);
  // A remark in brackets is about that milestone alone.
  const between = (separator.exec(unit.rest)?.[0] ?? ': ').replace(/[([（【]$/, '') || ': ';
  if (numbered === undefined) return undefined;
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[.\]\s+)?$/.test(text.slice(0, character));
  return {
    words: [`${text.slice(0, start)}${numbered}${between}`, title, bold],
    isHeading,
    isItem: marker,
  };
}

/** A name with the next number of its section, where it has one in front: `3.2 Milestone 2` is in 3.3. */
function withNextSection(name: string, number: string): string {
  const [section = ''] = /^\d{1,2}(?:\.\d{1,2})*(?=[.)]?\s)/.exec(name) ?? [];
  const isApart = name.slice(section.length).toUpperCase().includes(number);
  return isApart && section
    ? section.replace(/\d+$/, (digits) => `${Number(digits) + 1}`) + name.slice(section.length)
    : name;
}

/** A name with the number that follows its own; undefined for a number whose next one is not known. */
function withNextNumber(name: string, number: string): string | undefined {
  const numeral = nextNumeral(name);
  if (numeral) return numeral;
  const next = /^[A-Z]$/.test(number)
    ? number === 'Z'
      ? undefined
      : String.fromCharCode(number.charCodeAt(0) + 1)
    : /\d+$/.test(number)
      ? number.replace(/\d+$/, (digits) => `${Number(digits) + 1}`)
      : undefined;
  const at = name.toUpperCase().lastIndexOf(number);
  return next === undefined || at < 0 ? undefined : `${name.slice(0, at)}${next}${name.slice(at + number.length)}`;
}

/** What stands below the heading: with keys where the last milestone has such, else a paragraph. */
function bodyOf(
  plan: Plan,
  last: Milestone | undefined,
  { text }: NewMilestone,
  lines: readonly string[],
  tab: (text: string) => TabStop,
): Template {
  const keys = keyStyleOf(plan, lines);
  const hint = (name: Hint) => tab(hintIn(keys.language, name));
  if (last && last.deliverables.length > 0)
    return [
      ...[keys.written('scope'), text ?? hint('milestone'), '\n\n'],
      ...[
        `${keys.written('deliverables').trimEnd()}\n- `,
        hint('fileKind'),
        ': ',
        tab('path/from/the/repository/root'),
        '\n\n',
      ],
      ...proofTemplate(last.commands.length > 0 ? 'seed' : 'cookbook', keys, tab),
    ];
  return [...[text ?? hint('milestone'), ' ', hint('work'), ' ', hint('commandAndOutput')]];
}

/** `Milestone 1: `, in the plan's language. */
function firstName(plan: Plan): string {
  const language = languageOf(plan);
  const [name = 'milestone'] = wordsIn(unitNames.milestone, language === 'zh-Hant' ? 'zh' : language);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} 1${/^(?:zh|ja)/.test(language) ? '：' : ': '}`;
}

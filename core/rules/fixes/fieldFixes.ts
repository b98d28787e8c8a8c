import { dialectOf } from '../../edits/addEntry';
import { endOfWords, insertKey } from '../../edits/insertKey';
import { inlineKeysOf, keyLinesOf } from '../../edits/keyLines';
import { keyStyleOf } from '../../edits/keyStyle';
import { type PlanEdit, within } from '../../edits/planEdit';
import { dateEntry, signEntry } from '../../edits/signEntry';
import { dateOf } from '../../edits/stamp';
import { tabStops, toText } from '../../edits/template';
import { shapeFor } from '../../edits/tick';
import type { Entry } from '../../plan/model';
import { type Hint, hintIn } from '../../words/hints';
import type { Fix, FixContext } from '../rule';
import { addTitle } from './titles';

/** Inserts a decision's rationale or a surprise's evidence, to be written in place of what asks for it. */
export function fieldFix(entry: Entry, role: 'rationale' | 'evidence', hint: Hint, context: FixContext): Fix[] {
  const { plan, lines } = context;
  const text = hintIn(keyStyleOf(plan, lines).language, hint);
  if (role === 'evidence' && isInBrackets(entry, context)) return [inBrackets(entry, text, context)];
  const edit = insertKey(plan, entry, role, [tabStops()(text)], lines);
  return fixOf(edit, addTitle(`${keyStyleOf(plan, lines).name(role)}: …`));
}

/** Inserts a decision's date: the present one, which can be typed over. */
export function dateFix(entry: Entry, { plan, lines, clock }: FixContext): Fix[] {
  const edit = dateEntry(plan, entry, dateOf(clock), lines);
  return fixOf(edit, titleOf(edit));
}

/** Inserts who made a decision. */
export function authorFix(entry: Entry, { plan, lines }: FixContext): Fix[] {
  const edit = signEntry(plan, entry, lines);
  return fixOf(edit, titleOf(edit));
}

function fixOf(edit: PlanEdit | undefined, title: string): Fix[] {
  return edit ? [{ title, edits: [edit], safe: false }] : [];
}

/** Tells the very text that is inserted. */
function titleOf(edit: PlanEdit | undefined): string {
  const text = toText(edit?.template ?? []).replace(/[*_]{2,3}/g, '');
  return addTitle(text.replace(/^[\s,;.+-]+|[\s,;:：—–(-]+$/g, ''));
}

/** True where a plan's surprises have their evidence as the seed has it: `What was found (evidence: src/a.ts:3)`. */
function isInBrackets(entry: Entry, { plan, lines, clock }: FixContext): boolean {
  if (keyLinesOf(entry, lines).length > 0) return false;
  const surprises = plan.entries.filter(
    ({ role, fields }) => role === 'surprises' && fields.some((field) => field.role === 'evidence'),
  );
  const bracketed = surprises.filter((each) =>
    inlineKeysOf(each, lines).some(({ role, isInBracket }) => role === 'evidence' && isInBracket),
  );
  if (surprises.length > 0) return bracketed.length * 2 > surprises.length;
  return dialectOf(plan, shapeFor(plan, lines, clock)) === 'seed';
}

/** In brackets behind the words, before their full stop. */
function inBrackets(entry: Entry, text: string, { plan, lines }: FixContext): Fix {
  const { line, character } = endOfWords(entry, lines);
  const stop = /[.。]?$/.exec((lines[line] as string).slice(0, character))?.[0] ?? '';
  const name = keyStyleOf(plan, lines).name('evidence').toLowerCase();
  return {
    title: addTitle(`(${name}: …)`),
    edits: [
      {
        range: within(line, character - stop.length, character),
        template: [` (${name}: `, tabStops()(text), `)${stop}`],
      },
    ],
    safe: false,
  };
}

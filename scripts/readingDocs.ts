import { keyNames, keyRoles } from '../core/words/keyNames';
import { unitNames } from '../core/words/milestoneNames';
import { allWords } from '../core/words/words';
import { ambiguousNames, knownZoneNames } from '../core/words/zoneNames';

/** The blocks of `docs/reading.md` that list words, by the names of their marks. */
export const readingBlocks: Readonly<Record<string, () => string[]>> = {
  zones: () => [
    `Names of one zone: ${listed(knownZoneNames.filter((name) => !ambiguousNames.includes(name)))}.`,
    `Names of several: ${listed(ambiguousNames)}.`,
  ],
  keys: () => [
    '| it announces | names |',
    '|---|---|',
    ...keyRoles.map((role) => `| ${spaced(role)} | ${allWords(keyNames[role]).join(', ')} |`),
  ],
  units: () => [
    '| unit | names |',
    '|---|---|',
    ...Object.entries(unitNames).map(([unit, names]) => `| ${unit} | ${allWords(names).join(', ')} |`),
  ],
};

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** `dateAuthor` → `date and author`. */
function spaced(role: string): string {
  return role.replace(/[A-Z]/g, (letter) => ` and ${letter.toLowerCase()}`);
}

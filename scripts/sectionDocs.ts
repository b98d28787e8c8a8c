import { directiveText } from '../core/plan/directive';
import { sections } from '../core/plan/sections';
import { weakNames } from '../core/words/commonSectionNames';
import { sectionNames } from '../core/words/sectionNames';
import { allWords, type WrittenLanguage } from '../core/words/words';
import { languageNames } from './languageNames';

/** The page that lists what the reader takes for each section: `docs/section-names.md`. */
export function sectionDocs(): string {
  return [
    // It has every heading of a plan, and is none.
    directiveText('ignore'),
    '',
    '# Section names',
    '',
    'What the reader takes for each of the twelve sections. Case, accents, `&`, numbering, emphasis, emoji and a suffix',
    'in parentheses do not matter, nor does one wrong letter in a name of eight letters or more; of a bilingual heading',
    '(`Progress / 진행 상황`) one half is enough. This page is made from `core/words/sectionNames.ts`.',
    '',
    ...sections.flatMap(({ role, heading, living }) => [
      `## ${heading}`,
      '',
      ...(living ? ['One of the four living sections.', ''] : []),
      ...Object.entries(languageNames).map(
        ([tag, name]) => `- ${name}: ${sectionNames[role][tag as WrittenLanguage].join(', ')}`,
      ),
      ...(weakNames[role] ? [`- only where nothing else plays the role: ${allWords(weakNames[role]).join(', ')}`] : []),
      '',
    ]),
  ].join('\n');
}

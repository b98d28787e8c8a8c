import { t } from '@vscode/l10n';
import { withoutMarks } from '../core/text/inlineParts';
import type { EntryProgress, FindingDetails } from '../server/src/protocol';
import { Button } from './button';
import { InlineText } from './inlineText';
import { Item, ItemButton, List } from './list';

interface NewestProps {
  entries: readonly EntryProgress[];
  findings: readonly FindingDetails[];
  reveal: (line: number) => void;
  addDecision: () => void;
  addSurprise: () => void;
}

/** So many of each kind are shown. */
const newest = 4;

/** The newest decisions and surprises, with what they lack, and buttons to add one. */
export function Newest({ entries, findings, reveal, addDecision, addSurprise }: NewestProps) {
  const decisions = newestOf(entries, 'decisions');
  const surprises = newestOf(entries, 'surprises');
  return (
    <>
      <EntryList label={t('Decisions')} entries={decisions} findings={findings} reveal={reveal} />
      <EntryList label={t('Surprises')} entries={surprises} findings={findings} reveal={reveal} />
      <div class="actions">
        <Button secondary onClick={addDecision}>
          {t('Add decision')}
        </Button>
        <Button secondary onClick={addSurprise}>
          {t('Add surprise')}
        </Button>
      </div>
    </>
  );
}

interface EntryListProps {
  label: string;
  entries: readonly EntryProgress[];
  findings: readonly FindingDetails[];
  reveal: (line: number) => void;
}

/** Records of a living section, each with its stamp and what it lacks. */
export function EntryList({ label, entries, findings, reveal }: EntryListProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{label}</h3>
      <List label={label}>
        {entries.map((entry, index) => (
          <Item key={`${entry.text} ${index}`} kind="entry">
            <div class="words">
              <ItemButton title={withoutMarks(entry.text)} onClick={() => reveal(entry.line)}>
                <InlineText text={entry.text} />
              </ItemButton>
              <small>
                <Signature entry={entry} />
                {lacksOf(entry, findings).map((lack) => (
                  <span key={lack} class="tag">
                    {lack}
                  </span>
                ))}
              </small>
            </div>
          </Item>
        ))}
      </List>
    </>
  );
}

/** When a record was written, and by whom. */
function Signature({ entry: { stamp, author, isWrittenByTool } }: { entry: EntryProgress }) {
  if (!stamp || !isWrittenByTool) return <>{[stamp, author].filter((each) => each !== undefined).join(' · ')}</>;
  return (
    <>
      <time title={t('{0}, written by a tool', stamp)} class="by-tool">
        {stamp}
        <span class="heard">{t('written by a tool')}</span>
      </time>
      {author !== undefined && ` · ${author}`}
    </>
  );
}

/** The newest records of a kind, the newest first: a log is kept from top to bottom, or with the newest on top. */
function newestOf(entries: readonly EntryProgress[], role: EntryProgress['role']): EntryProgress[] {
  const own = entries.filter((entry) => entry.role === role);
  const stamps = own.flatMap(({ stamp }) => (stamp === undefined ? [] : [stamp]));
  const [first, last] = [stamps[0], stamps.at(-1)];
  const isDescending = first !== undefined && last !== undefined && first > last;
  return isDescending ? own.slice(0, newest) : own.slice(-newest).reverse();
}

/** What a record lacks, as the rules have found. */
function lacksOf({ line, endLine }: EntryProgress, findings: readonly FindingDetails[]): string[] {
  const words: Readonly<Record<string, string>> = {
    'decision-without-rationale': t('no reason'),
    'decision-without-date': t('no date'),
    'decision-without-author': t('no author'),
    'surprise-without-evidence': t('no evidence'),
  };
  const isAt = (at: number) => at >= line && at <= endLine;
  return findings.flatMap(({ rule, range, related }) =>
    words[rule] && (isAt(range.start.line) || related.some(isAt)) ? [words[rule]] : [],
  );
}

import { t } from '@vscode/l10n';
import { withoutMarks } from '../core/text/inlineParts';
import { Button } from './button';
import { InlineText } from './inlineText';
import { Item, ItemButton, List } from './list';
import type { ChangesSince } from './messages';
import { timeAgo } from './recorded';

type Change = ChangesSince['changes'][number];

interface SinceProps {
  since: ChangesSince;
  now: number;
  locale: string;
  reveal: (line: number) => void;
  /** Shows both texts side by side. */
  compare: () => void;
  /** All of it is known now. */
  seen: () => void;
}

/** More than these are better looked at in the texts themselves. */
const most = 50;

/** What others have made of the plan since its reader looked at it last. */
export function Since({ since: { since, changes, isKept }, now, locale, reveal, compare, seen }: SinceProps) {
  return (
    <>
      {!isKept && (
        <p class="quietly">{t('The text that you saw is not kept any more: it was too long, or too long ago.')}</p>
      )}
      <List label={t('Since you last looked')}>
        {changes.slice(0, most).map((change, index) => (
          <Item key={`${change.kind} ${change.text} ${index}`} kind={`change ${change.kind}`}>
            <span class="sign" title={kindName(change)} />
            <div class="words">
              <small>{kindName(change)}</small>
              <Words change={change} reveal={reveal} />
            </div>
          </Item>
        ))}
      </List>
      {changes.length > most && <p class="quietly">{t('and {0} more', changes.length - most)}</p>}
      <p class="quietly">{t('Last seen {0}', timeAgo(since, now, locale))}</p>
      <div class="actions">
        <Button secondary onClick={seen}>
          {t('Seen')}
        </Button>
        {isKept && (
          <Button secondary onClick={compare}>
            {t('Compare')}
          </Button>
        )}
      </div>
    </>
  );
}

function Words({ change: { line, text, before }, reveal }: { change: Change; reveal: (line: number) => void }) {
  const words = text ?? before;
  if (words === null) return null;
  const hint = before !== null && text !== null ? t('Before: {0}', withoutMarks(before)) : undefined;
  if (line === null)
    return (
      <span title={hint}>
        <InlineText text={words} />
      </span>
    );
  return (
    <ItemButton title={hint} onClick={() => reveal(line)}>
      <InlineText text={words} />
    </ItemButton>
  );
}

/** `3 changes`. */
export function sinceCount({ changes }: ChangesSince): string {
  return changes.length === 1 ? t('1 change') : t('{0} changes', changes.length);
}

function kindName({ kind }: Change): string {
  switch (kind) {
    case 'ticked':
      return t('Ticked');
    case 'takenBack':
      return t('Taken back');
    case 'begun':
      return t('Begun');
    case 'dropped':
      return t('Dropped');
    case 'reopened':
      return t('Opened again');
    case 'stepAdded':
      return t('New step');
    case 'stepRemoved':
      return t('Step removed');
    case 'stepReworded':
      return t('Reworded');
    case 'finishedAltered':
      return t('Finished text altered');
    case 'entryAdded':
      return t('New entry');
    case 'entryRemoved':
      return t('Entry removed');
    case 'entryAltered':
      return t('Entry altered');
    case 'sectionAdded':
      return t('New section');
    case 'sectionRemoved':
      return t('Section removed');
    case 'status':
      return t('Status');
    case 'title':
      return t('Title');
  }
}

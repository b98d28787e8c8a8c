import { t } from '@vscode/l10n';
import { Filled, slot } from './filled';
import { InlineText } from './inlineText';

/** What is left of a partial step: `remaining: purge`. */
export function Remaining({ text }: { text: string }) {
  return (
    <Filled text={t('remaining: {0}', slot)}>
      <InlineText text={text} />
    </Filled>
  );
}

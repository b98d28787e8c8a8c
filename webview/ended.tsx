import { t } from '@vscode/l10n';
import { Button } from './button';

/** Says that nobody reads plans any more, and leads out of that. */
export function Ended({ restart, showLog }: { restart: () => void; showLog: () => void }) {
  return (
    <section class="notice warned" role="status">
      <p>{t('The language server has ended. What is shown is what it said last.')}</p>
      <div class="actions">
        <Button secondary onClick={restart}>
          {t('Restart')}
        </Button>
        <Button secondary onClick={showLog}>
          {t('Show log')}
        </Button>
      </div>
    </section>
  );
}

import { t } from '@vscode/l10n';
import { Button } from './button';

/** Says that another program writes a plan that the person has not saved, and leads to what differs. */
export function Conflict({ compare }: { compare: () => void }) {
  return (
    <section class="notice" role="status">
      <p>{t('Changed on disk and unsaved: what other programs write is not shown here.')}</p>
      <div class="actions">
        <Button secondary onClick={compare}>
          {t('Compare')}
        </Button>
      </div>
    </section>
  );
}

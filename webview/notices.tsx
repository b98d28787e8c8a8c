import { t } from '@vscode/l10n';
import { Button } from './button';
import type { ShownPlan } from './messages';

interface NoticesProps {
  front: ShownPlan;
  compare: () => void;
  applyAgain: () => void;
  /** The words of the step that was ticked last, as long as that can be taken back. */
  ticked: string | undefined;
  undo: () => void;
}

/** What became of a plan's text beside what the person did: each with a way out. */
export function Notices({
  front: { isConflict, isDirty, overwritten },
  compare,
  applyAgain,
  ticked,
  undo,
}: NoticesProps) {
  return (
    <>
      {isConflict && (
        <section class="notice warned" role="status">
          <p>
            {isDirty
              ? t('Changed on disk and unsaved: what other programs write is not shown here.')
              : t('Changed on disk: VS Code has not read the file again yet.')}
          </p>
          <div class="actions">
            <Button secondary onClick={compare}>
              {t('Compare')}
            </Button>
          </div>
        </section>
      )}
      {overwritten > 0 && (
        <section class="notice warned" role="status">
          <p>
            {overwritten === 1
              ? t('Another program has overwritten your tick.')
              : t('Another program has overwritten {0} of your ticks.', overwritten)}
          </p>
          <div class="actions">
            <Button secondary onClick={applyAgain}>
              {t('Apply again')}
            </Button>
          </div>
        </section>
      )}
      {ticked !== undefined && (
        <section class="notice undo">
          <p dir="auto">{t('Ticked: {0}', ticked)}</p>
          <Button secondary onClick={undo}>
            {t('Undo')}
          </Button>
        </section>
      )}
    </>
  );
}

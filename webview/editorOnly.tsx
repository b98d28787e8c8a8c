import { t } from '@vscode/l10n';

/** Names the settings by which this editor reads or checks the plan otherwise than the command line and other people. */
export function EditorOnly({ settings }: { settings: readonly string[] }) {
  if (settings.length === 0) return null;
  const names = settings.map((key) => `execplan.${key}`).join(', ');
  return (
    <p class="editor-only">
      {t('Only this editor follows {0}; the command line reads {1} alone.', names, 'execplan.config.json')}
    </p>
  );
}

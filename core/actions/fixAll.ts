import { t } from '@vscode/l10n';
import type { Action } from './action';

export const fixAll: Action<'fixAll', object> = {
  id: 'fixAll',
  summary: 'Makes all fixes of a text that lose nothing and invent nothing.',
  params: {},
  needs: 'plan',
  lightBulb: {
    kind: 'source.fixAll.execplan',
    // It reads the text several times over.
    onDemand: true,
    *offers() {
      yield { params: {} };
    },
    title: () => t('Fix all that is safe to fix'),
  },
  run(_target, _params, { fixAll }) {
    const edits = fixAll?.() ?? [];
    return edits.length > 0 ? { edits } : { refused: 'nothingToFix' };
  },
};

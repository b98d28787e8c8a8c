import { config, t } from '@vscode/l10n';
import { useCallback, useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { Ended } from './ended';
import type { Host } from './host';
import type { ToWebview } from './messages';
import { PlanView } from './planView';
import { planKey } from './saved';
import { useSavedPlan } from './savedPlan';
import { blankView, receive, undoableStep, withPending } from './view';

/** The whole page: it greets the host, shows its snapshots, and keeps folds and place across its own re-creation. */
export function App({ host }: { host: Host }) {
  const [view, setView] = useState(blankView);
  const key = view.front && planKey(view.front);
  const [saved, setFolds] = useSavedPlan(host, key);
  // The same function as long as no fold has changed: rows are made anew for another one.
  const isOpen = useCallback((fold: string) => saved.folds[fold] ?? view.opened.has(fold), [saved.folds, view.opened]);
  useMinutes();

  // Not after the first paint: there is nothing to paint before the host's answer.
  useLayoutEffect(() => {
    const hear = ({ data }: MessageEvent<ToWebview | undefined>) => {
      if (data?.type !== 'state') return;
      if (data.l10n) config({ contents: data.l10n });
      setView((before) => receive(before, data.state));
    };
    window.addEventListener('message', hear);
    host.postMessage({ type: 'ready', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    return () => window.removeEventListener('message', hear);
  }, [host]);

  return (
    <div onClickCapture={onceOnly} onKeyDownCapture={onceOnly}>
      <div class="heard" role="status">
        {view.announcement}
      </div>
      {view.hasEnded && (
        <Ended
          restart={() => host.postMessage({ type: 'restart' })}
          showLog={() => host.postMessage({ type: 'showLog' })}
        />
      )}
      {view.notice && <p class="notice">{view.notice}</p>}
      {view.front && (
        <PlanView
          key={key}
          front={view.front}
          isStale={view.hasEnded}
          pending={view.pending}
          kept={view.kept}
          opened={view.opened}
          undoable={undoableStep(view)}
          isOpen={isOpen}
          onToggle={(fold, open) => setFolds({ ...saved.folds, [fold]: open })}
          onPending={(line) => setView((before) => withPending(before, line))}
          post={(message) => host.postMessage(message)}
        />
      )}
      {view.received && !view.front && <p class="nothing">{t('Open a plan to see its progress.')}</p>}
    </div>
  );
}

/** Renders again every minute: ages advance without a message. */
function useMinutes(): void {
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => render(undefined), 60_000);
    return () => clearInterval(timer);
  }, []);
}

/** What ticks, or can: boxes, rows by the space key, and buttons. */
const ticking = '[data-act=toggle], .button';

/** The second click of a double click, and a key held down, would meet the step that has become the next one. */
function onceOnly(event: MouseEvent | KeyboardEvent): void {
  const again = event instanceof MouseEvent ? event.detail > 1 : event.repeat && ['Enter', ' '].includes(event.key);
  const row = event instanceof KeyboardEvent && (event.target as Element).matches('.step');
  if (!again || !(row || (event.target as Element).closest(ticking))) return;
  event.preventDefault();
  event.stopPropagation();
}

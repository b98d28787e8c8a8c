import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Host } from './host';
import { readSaved, type Saved, type SavedPlan, savedPlan, withPlan } from './saved';

/** Scrolling is stored when it pauses for this long, in ms. */
const pause = 100;

/** What the page keeps for the plan in front, and how to change its folds. It also brings the reader back to where they were. */
export function useSavedPlan(host: Host, key: string | undefined): [SavedPlan, (folds: SavedPlan['folds']) => void] {
  const saved = useRef<Saved>(undefined);
  saved.current ??= readSaved(host.getState());
  const [, render] = useReducer((count: number) => count + 1, 0);

  const store = (plan: string, change: Partial<SavedPlan>) => {
    const before = saved.current ?? { plans: [] };
    saved.current = withPlan(before, { ...savedPlan(before, plan), ...change });
    host.setState(saved.current);
  };

  useLayoutEffect(() => {
    if (key === undefined || !saved.current) return undefined;
    window.scrollTo(0, savedPlan(saved.current, key).scroll);
    let place = window.scrollY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      store(key, { scroll: place });
    };
    const note = () => {
      // Read now: once another plan is rendered it is that plan's place.
      place = window.scrollY;
      clearTimeout(timer);
      timer = setTimeout(flush, pause);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => {
      window.removeEventListener('scroll', note);
      clearTimeout(timer);
      if (timer !== undefined) flush();
    };
  }, [key]);

  const setFolds = (folds: SavedPlan['folds']) => {
    if (key === undefined) return;
    store(key, { folds });
    render(undefined);
  };
  return [savedPlan(saved.current, key ?? ''), setFolds];
}

import { t } from '@vscode/l10n';
import { useRef } from 'preact/hooks';
import { useRoving } from './roving';
import type { Filter } from './rows';

interface SearchProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** Steps that something was found at: without, there is nothing to filter by. */
  hasFindings: boolean;
  hasAuthor: boolean;
}

/** Looks for steps by words, and by what they are. Escape shows all of them again. */
export function Search({ filter, onFilter, hasFindings, hasAuthor }: SearchProps) {
  const list = useRef<HTMLDivElement>(null);
  const { onKeyDown, onFocusIn } = useRoving(list);
  const chip = (name: 'open' | 'findings' | 'mine', label: string) => (
    <button
      type="button"
      class="chip"
      data-stop
      tabIndex={-1}
      aria-pressed={filter[name]}
      onClick={() => onFilter({ ...filter, [name]: !filter[name] })}
    >
      {label}
    </button>
  );
  return (
    <search class="search">
      <input
        type="search"
        value={filter.query}
        placeholder={t('Find a step')}
        aria-label={t('Find a step')}
        onInput={({ currentTarget }) => onFilter({ ...filter, query: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.query === '') return;
          event.preventDefault();
          onFilter({ ...filter, query: '' });
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and has a legend. */}
      <div ref={list} class="chips" role="group" aria-label={t('Show')} onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
        <span data-row>
          {chip('open', t('Open'))}
          {(hasFindings || filter.findings) && chip('findings', t('Findings'))}
          {(hasAuthor || filter.mine) && chip('mine', t('Mine'))}
        </span>
      </div>
    </search>
  );
}

import { t } from '@vscode/l10n';
import type { PlanDetails, PlanReadiness, PlanVerdict } from '../server/src/protocol';
import { known } from './dates';
import { Item, ItemButton, List } from './list';
import { recordedText } from './recorded';

interface ReadyProps {
  readiness: PlanReadiness;
  /** When the plan was recorded last. */
  recorded: PlanDetails['recorded'];
  now: number;
  locale: string;
  reveal: (line: number) => void;
}

/** More reasons than this are told by their number. */
const mostReasons = 3;

/** The checklist by which a plan is ready to be worked by, with what speaks against it, and the two metrics. */
export function Ready({
  readiness: { verdicts, selfContainment, freshness },
  recorded,
  now,
  locale,
  reveal,
}: ReadyProps) {
  return (
    <List label={t('Ready?')}>
      {verdicts.map(({ id, name, level, reasons }) => (
        <Item key={id} kind="verdict">
          <span class={`sign ${level}`} title={levelName(level)}>
            <span class="heard">{levelName(level)}</span>
          </span>
          <div class="words">
            <span>{name}</span>
            {reasons.slice(0, mostReasons).map(({ message, range }, index) => (
              <ItemButton key={index} onClick={() => reveal(range.start.line)}>
                {message}
              </ItemButton>
            ))}
            {reasons.length > mostReasons && <small>{t('and {0} more', reasons.length - mostReasons)}</small>}
          </div>
        </Item>
      ))}
      {selfContainment && (
        <Item kind="metric">
          <span>{t('Self-containment')}</span>
          <span class="count" title={t('Decisions and sections that stand without an external source')}>
            {t('{0} of {1} · {2}', selfContainment.own, selfContainment.of, percent(selfContainment, locale))}
          </span>
        </Item>
      )}
      {freshness && (
        <Item kind="metric">
          <span>{t('Freshness')}</span>
          <span class="count" title={t('A plan at work is written in every {0} minutes', freshness.target)}>
            {recordedText(recorded, now, locale)}
          </span>
        </Item>
      )}
    </List>
  );
}

/** `3 of 5`: how many of the verdicts have nothing against them. */
export function readyCount({ verdicts }: PlanReadiness): string {
  return t('{0} of {1}', verdicts.filter(({ level }) => level === 'pass').length, verdicts.length);
}

function percent({ own, of }: { own: number; of: number }, locale: string): string {
  // Never 100 % of what is not all.
  const share = own === of ? 1 : Math.min(0.99, own / of);
  return new Intl.NumberFormat(known(locale), { style: 'percent' }).format(share);
}

function levelName(level: PlanVerdict['level']): string {
  return { pass: t('Good'), warn: t('Doubtful'), fail: t('Bad') }[level];
}

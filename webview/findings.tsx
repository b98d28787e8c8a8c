import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { FindingDetails } from '../server/src/protocol';
import { Button } from './button';
import { Item, ItemButton, List } from './list';
import { type Severity, severities } from './marks';

interface FindingsProps {
  findings: readonly FindingDetails[];
  reveal: (line: number) => void;
  /** Shows a finding's place with the fixes that there are. */
  fix: (line: number, character: number) => void;
  fixAll: () => void;
}

/** So many are shown at first: a page of hundreds is not read. */
const atFirst = 12;

/** What the rules have found, the worst first: each leads to its place, and to its fix where it has one. */
export function Findings({ findings, reveal, fix, fixAll }: FindingsProps) {
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? findings : findings.slice(0, atFirst);
  return (
    <>
      {findings.some(({ hasFix }) => hasFix) && (
        <div class="actions">
          <Button secondary onClick={fixAll}>
            {t('Fix all safe')}
          </Button>
        </div>
      )}
      <List label={t('Findings')}>
        {shown.map(({ range, severity, rule, message, hasFix }, index) => (
          <Item key={`${rule} ${message} ${index}`} kind={severity}>
            <span class={`mark ${severity}`} title={severityName(severity)}>
              <span class="heard">{severityName(severity)}</span>
            </span>
            <ItemButton title={rule} onClick={() => reveal(range.start.line)}>
              {message}
            </ItemButton>
            {hasFix && (
              <ItemButton quiet onClick={() => fix(range.start.line, range.start.character)}>
                {t('Fix…')}
              </ItemButton>
            )}
          </Item>
        ))}
        {shown.length < findings.length && (
          <Item>
            <ItemButton quiet onClick={() => showWhole(true)}>
              {t('Show {0} more', findings.length - shown.length)}
            </ItemButton>
          </Item>
        )}
      </List>
    </>
  );
}

/** `2 errors, 1 warning`: the counts by severity in words, the worst first. */
export function findingsCount(findings: readonly FindingDetails[]): string {
  return severities
    .flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count > 0 ? [countText(severity, count)] : [];
    })
    .join(', ');
}

function countText(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return count === 1 ? t('1 error') : t('{0} errors', count);
    case 'warning':
      return count === 1 ? t('1 warning') : t('{0} warnings', count);
    case 'information':
      return count === 1 ? t('1 note') : t('{0} notes', count);
    case 'hint':
      return count === 1 ? t('1 hint') : t('{0} hints', count);
  }
}

function severityName(severity: Severity): string {
  return { error: t('Error'), warning: t('Warning'), information: t('Note'), hint: t('Hint') }[severity];
}

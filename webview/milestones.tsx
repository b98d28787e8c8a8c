import { t } from '@vscode/l10n';
import { Bar } from './bar';
import { figuresText, isFinished, total } from './figures';
import { type MilestoneGroup, milestoneLabel } from './groups';
import { InlineText } from './inlineText';
import { type StepActions, Steps } from './steps';

interface MilestonesProps extends StepActions {
  groups: MilestoneGroup[];
  isOpen: (fold: string) => boolean;
  onToggle: (fold: string, open: boolean) => void;
  pending: ReadonlySet<number>;
  now: number;
}

/** The milestones, each with its figures and, where it has steps, a fold of them. */
export function Milestones({ groups, ...rest }: MilestonesProps) {
  return (
    <ul class="milestones">
      {groups.map((group, index) => (
        <Milestone key={group.key} id={`milestone-${index}`} group={group} {...rest} />
      ))}
    </ul>
  );
}

function Milestone({
  id,
  group,
  isOpen,
  onToggle,
  ...rest
}: Omit<MilestonesProps, 'groups'> & { id: string; group: MilestoneGroup }) {
  const { key, milestone, steps } = group;
  const { figures, acceptance, line } = milestone;
  const label = milestoneLabel(milestone);
  const open = steps.length > 0 && isOpen(key);
  const finished = isFinished(figures);
  return (
    <li class={finished ? 'milestone finished' : 'milestone'}>
      <div class="head">
        <div class="row">
          {steps.length > 0 ? (
            <button
              type="button"
              class="fold"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={t('Steps of {0}', label)}
              onClick={() => onToggle(key, !open)}
            >
              <span class="chevron" />
            </button>
          ) : (
            <span class="nofold" />
          )}
          <h3>
            <button type="button" class="name" dir="auto" title={label} onClick={() => rest.reveal(line)}>
              <InlineText text={label} />
            </button>
          </h3>
          <Count figures={figures} />
        </div>
        {total(figures) > 0 && <Bar figures={figures} label={label} />}
        {total(acceptance) > 0 && <p class="acceptance">{t('Acceptance: {0}', figuresText(acceptance))}</p>}
      </div>
      {open && (
        <div id={id}>
          <Steps steps={steps} {...rest} />
        </div>
      )}
    </li>
  );
}

function Count({ figures }: Pick<MilestoneGroup['milestone'], 'figures'>) {
  if (!total(figures))
    return (
      <span class="count" title={t('No steps')}>
        –
      </span>
    );
  const count = t('{0}/{1}', figures.done, total(figures));
  // The bar says it to those who hear it.
  return (
    <span class="count" aria-hidden="true">
      {isFinished(figures) ? t('{0} ✓', count) : count}
    </span>
  );
}

import { t } from '@vscode/l10n';
import { Conflict } from './conflict';
import { EditorOnly } from './editorOnly';
import { groupSteps, milestonesCount, milestonesFold, stepsFold } from './groups';
import { Header } from './header';
import type { FromWebview, ShownPlan } from './messages';
import { Milestones } from './milestones';
import { NextStep } from './nextStep';
import { Section } from './section';
import { type StepActions, Steps } from './steps';

interface PlanViewProps {
  front: ShownPlan;
  /** Lines of the steps that wait for the host's answer. */
  pending: ReadonlySet<number>;
  isOpen: (fold: string) => boolean;
  onToggle: (fold: string, open: boolean) => void;
  onPending: (line: number) => void;
  post: (message: FromWebview) => void;
}

/** One plan: header, the next step, then sections that fold. A new section is one more `Section` here. */
export function PlanView({ front, pending, isOpen, onToggle, onPending, post }: PlanViewProps) {
  const { uri, identity, plan } = front;
  const { milestones, others } = groupSteps(plan);
  const next = plan.steps[plan.next ?? -1];
  const now = Date.now();
  const actions: StepActions = {
    reveal: (line) => post({ type: 'reveal', uri, line }),
    toggle: ({ line, state }) => {
      if (pending.has(line)) return;
      onPending(line);
      const action = state === 'done' ? 'untick' : 'tick';
      post({ type: 'action', uri, action, params: { identity, lines: [line] } });
    },
  };
  const untied = others.length === plan.steps.length;
  const counted = others.filter(({ state }) => state !== 'dropped');
  const done = counted.filter(({ state }) => state === 'done').length;
  return (
    <main>
      <Header front={front} now={now} locale={document.documentElement.lang} />
      {front.isConflict && <Conflict compare={() => post({ type: 'compare', uri })} />}
      {next && <NextStep step={next} busy={pending.has(next.line)} {...actions} />}
      {milestones.length > 0 && (
        <Section
          id={milestonesFold}
          title={t('Milestones')}
          count={milestonesCount(plan.milestones)}
          open={isOpen(milestonesFold)}
          onToggle={onToggle}
        >
          <Milestones
            groups={milestones}
            isOpen={isOpen}
            onToggle={onToggle}
            pending={pending}
            now={now}
            {...actions}
          />
        </Section>
      )}
      {others.length > 0 && (
        <Section
          id={stepsFold}
          title={untied ? t('Steps') : t('Other steps')}
          count={untied ? undefined : t('{0} of {1}', done, counted.length)}
          open={isOpen(stepsFold)}
          onToggle={onToggle}
        >
          <Steps steps={others} pending={pending} now={now} {...actions} />
        </Section>
      )}
      <EditorOnly settings={front.editorOnly} />
    </main>
  );
}

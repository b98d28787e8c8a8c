import type { PlanDetails, PlanSnapshot } from '../../../server/src/protocol';
import type { PlanServer } from '../server/planServer';

/** Milliseconds: an answer that takes longer is no longer asked for at every keystroke, and how long it is put off at most. */
const slowAnswer = 20;
const longestPause = 300;

/**
 * The steps of the plan file in front, which snapshots lack: the server is asked for them. One question at a time, so that a
 * burst of changes is one answer; and where an answer was slow, after a pause, so that typing in a long plan stays free.
 */
export class DetailsRequest {
  #answer: PlanSnapshot<PlanDetails> | undefined;
  /** The snapshot that was asked about last. */
  #asked: PlanSnapshot | undefined;
  #isAsking = false;
  #isPausing = false;

  /** `onChange` is called when there may be another answer, or another question may be asked. */
  constructor(
    private readonly server: Pick<PlanServer, 'plan'>,
    private readonly onChange: () => void,
  ) {}

  /** The newest answer, of whatever file it is. */
  get answer(): PlanSnapshot<PlanDetails> | undefined {
    return this.#answer;
  }

  /** Asks about a file whose newest snapshot this is, unless that was asked, or is to be asked later. */
  ask(snapshot: PlanSnapshot): void {
    const isPutOff = this.#isPausing && snapshot.uri === this.#asked?.uri;
    if (snapshot !== this.#asked && !this.#isAsking && !isPutOff) void this.#ask(snapshot);
  }

  async #ask(snapshot: PlanSnapshot): Promise<void> {
    this.#asked = snapshot;
    this.#isAsking = true;
    const start = Date.now();
    const answer = await this.server.plan(snapshot.uri).catch(() => null);
    this.#isAsking = false;
    if (answer && answer.plans.length > 0) this.#answer = answer;
    const cost = Date.now() - start;
    if (cost > slowAnswer) this.#pause(Math.min(2 * cost, longestPause));
    this.onChange();
  }

  #pause(milliseconds: number): void {
    this.#isPausing = true;
    setTimeout(() => {
      this.#isPausing = false;
      this.onChange();
    }, milliseconds);
  }
}

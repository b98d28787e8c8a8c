import type { Deed, Done } from '../calls/deed';
import type { PlanFile } from '../calls/planFile';
import type { PlanTemplate } from '../edits/newPlan';
import type { Clock } from '../edits/stamp';

/** A plan that is to be made. */
export interface WantedPlan {
  title: string;
  /** Where it is to lie; where the others do, if left out. */
  file?: string | undefined;
  template?: PlanTemplate | undefined;
}

/** Where tools do their work. What it is asked for and does not do, it says by throwing `Declined`. */
export interface ToolHost {
  /** All files that hold plans. */
  files(): Promise<readonly PlanFile[]>;
  /** A file by the name that an answer or a caller has for it. Never one outside of what tools may look at. */
  file(named: string): Promise<PlanFile>;
  /** The present, and the zone that stamps are written in. */
  clockOf(file: PlanFile): Clock;
  /** The client's own name: it signs where nobody else is named. Never a person's. */
  author: string | undefined;
  /** Does a deed to a file that has the text which an identity names. */
  write(file: PlanFile, deed: Deed, identity: string): Promise<Done>;
  /** Makes the file of a new plan; never in the place of another file. */
  create(wanted: WantedPlan): Promise<Done>;
}

import type { Severity } from '../../core/rules/profiles';

/** What a piece of a report is, for colours. */
export type Style = Severity | 'faint';

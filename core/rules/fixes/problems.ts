import type { Range } from 'vscode-languageserver-textdocument';
import { overlaps } from '../../text/positions';
import type { Finding, Problem } from '../rule';
import { problemsOf } from './fixes';

/** A problem, which is a finding or one of those that it stands for. */
export interface FoundProblem {
  finding: Finding;
  problem: Problem;
}

/** The problems of a text in a range: findings, and those that they stand for. */
export function problemsIn(findings: readonly Finding[], range: Range): FoundProblem[] {
  return findings
    .flatMap((finding) => problemsOf(finding).map((problem) => ({ finding, problem })))
    .filter(({ problem }) => overlaps(problem.range, range));
}

import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { jsonText } from '../../core/calls/plain';
import type { Severity } from '../../core/rules/profiles';
import type { Rule } from '../../core/rules/rule';
import type { Region } from './region';
import type { ReportedFile } from './report';

export interface SarifContext {
  rules: readonly Rule[];
  /** The version of this tool. */
  version: string;
  /** False when something could not be checked. */
  isComplete: boolean;
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/** All findings as a SARIF 2.1.0 log, with all rules. */
export function sarifReport(files: readonly ReportedFile[], { rules, version, isComplete }: SarifContext): string {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ExecPlan', version, rules: rules.map(toDescriptor) } },
        invocations: [{ executionSuccessful: isComplete }],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ place, findings }) =>
          findings.map(
            ({ rule, severity, message, related, ...region }): Result => ({
              ruleId: rule,
              ruleIndex: indexOf.get(rule) ?? -1,
              level: levels[severity],
              message: { text: message },
              locations: [{ physicalLocation: toLocation(place, region) }],
              ...(related.length > 0
                ? {
                    relatedLocations: related.map(
                      ({ message: text, ...region }, id): Location => ({
                        id,
                        physicalLocation: toLocation(place, region),
                        message: { text },
                      }),
                    ),
                  }
                : {}),
            }),
          ),
        ),
      },
    ],
  };
  return jsonText(log);
}

/**
 * A rule that the default profile leaves out is described as one that is off. There is no `helpUri`: it has to be an absolute
 * URI, and the pages have no address but that of a file on the machine that made the log, which nobody else has.
 */
function toDescriptor({ id, summary, severity }: Rule): ReportingDescriptor {
  const { recommended } = severity;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    defaultConfiguration: { enabled: recommended !== undefined, level: levels[recommended ?? 'warning'] },
  };
}

function toLocation(place: string, { line, column, endLine, endColumn }: Region): PhysicalLocation {
  return {
    artifactLocation: toArtifact(place),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** Below the root of the repository, which who reads the log knows; else a whole URI. */
function toArtifact(place: string): PhysicalLocation['artifactLocation'] & {} {
  const uri = place.split('/').map(encodeURIComponent).join('/');
  if (place.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(place)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

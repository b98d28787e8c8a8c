import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../core/rules/profiles';
import type { Rule } from '../../core/rules/rule';
import { jsonText } from './plain';
import type { Region } from './region';
import type { ReportedFile } from './report';

export interface SarifContext {
  rules: readonly Rule[];
  /** The version of this tool. */
  version: string;
  /** Where the rules' pages are, as a URI without a slash at the end; undefined: no links. */
  docs: string | undefined;
  /** False when something could not be checked. */
  isComplete: boolean;
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/** All findings as a SARIF 2.1.0 log, with all rules. */
export function sarifReport(
  files: readonly ReportedFile[],
  { rules, version, docs, isComplete }: SarifContext,
): string {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ExecPlan', version, rules: rules.map((rule) => toDescriptor(rule, docs)) } },
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

/** A rule that the default profile leaves out is described as one that is off. */
function toDescriptor({ id, summary, severity }: Rule, docs: string | undefined): ReportingDescriptor {
  const { recommended } = severity;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    ...(docs ? { helpUri: `${docs}/${id}.md` } : {}),
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

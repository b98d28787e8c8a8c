import { isProfile, type Profile, profiles } from '../core/rules/profiles';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** A call of the command line. */
export type Call =
  | { command: 'help' }
  | { command: 'inspect'; files: readonly string[]; isJson: boolean }
  | {
      command: 'check';
      targets: readonly string[];
      profile: Profile | undefined;
      format: Format;
      /** True when the readiness of each plan is told, too. */
      withReadiness: boolean;
      /** Whether safe fixes are written to the files, or told as a diff. */
      fixes: 'none' | 'write' | 'diff';
      /** How many warnings are let pass; 0 when nobody says. */
      maxWarnings: number;
    };

/** The words of a call, as `parseArgs` of Node reads them by `flags`. */
export interface Arguments {
  values: {
    help?: boolean | undefined;
    json?: boolean | undefined;
    profile?: string | undefined;
    format?: string | undefined;
    'max-warnings'?: string | undefined;
    readiness?: boolean | undefined;
    fix?: boolean | undefined;
    'fix-dry-run'?: boolean | undefined;
  };
  positionals: readonly string[];
}

export const flags = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  profile: { type: 'string' },
  format: { type: 'string' },
  'max-warnings': { type: 'string' },
  readiness: { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
} as const;

export const usage = `Usage: execplan check [--profile P] [--format F] [--max-warnings N] [--readiness]
                      [--fix | --fix-dry-run] [PATH|GLOB…]
       execplan inspect [--json] FILE…

check prints what the rules find, as the editor does: in files, in the Markdown files of folders, in those that globs
match; without a path in the plans below the current folder. What .gitignore names is left out, unless it is named here.

  --profile P       ${profiles.join(', ')}; wins over execplan.config.json
  --format F        ${formats.join(', ')}
  --max-warnings N  lets N warnings pass
  --readiness       tells how ready each plan is to be worked by, too: five verdicts with their reasons (pass, warn,
                    fail; whatever the profile), self-containment and freshness; as text and json, no matter for the
                    exit status
  --fix             writes the fixes that neither lose nor invent anything, and prints what is left
  --fix-dry-run     prints the same fixes as a diff, and writes nothing

inspect prints what is understood of each plan.

  --json            an array with one object a file, in the order given; lines are 1-based

FILE and PATH may be - for standard input.

Exit status: 0; 1 when check finds an error or more warnings than it lets pass; 2 for a wrong call or a file that cannot
be read (the others are still printed).`;

/** Makes a call of its words; what is wrong with them otherwise. */
export function readCall({ values, positionals: [command, ...names] }: Arguments): Call | string {
  const { help, json, profile, format = 'text', 'max-warnings': maxWarnings = '0' } = values;
  const withReadiness = values.readiness === true;
  if (help) return { command: 'help' };
  const unexpected = (...keys: (keyof typeof values)[]) => {
    const key = keys.find((each) => values[each] !== undefined);
    return key && `Unexpected option --${key}, expected none of the kind for ${command}.`;
  };
  if (command === 'inspect') {
    if (names.length === 0) return 'Expected at least one FILE.';
    return (
      unexpected('profile', 'format', 'max-warnings', 'readiness', 'fix', 'fix-dry-run') ?? {
        command: 'inspect',
        files: names,
        isJson: json === true,
      }
    );
  }
  if (command !== 'check')
    return command === undefined ? '' : `Unexpected command ${command}, expected check or inspect.`;
  if (profile !== undefined && !isProfile(profile))
    return `Unexpected profile ${profile}, expected one of ${profiles.join(', ')}.`;
  if (!isFormat(format)) return `Unexpected format ${format}, expected one of ${formats.join(', ')}.`;
  if (!/^\d{1,9}$/.test(maxWarnings)) return `Unexpected --max-warnings ${maxWarnings}, expected a number from 0 up.`;
  if (withReadiness && format !== 'text' && format !== 'json')
    return `Unexpected option --readiness, expected none for the format ${format}: it tells of findings.`;
  const fixes = values['fix-dry-run'] ? 'diff' : values.fix ? 'write' : 'none';
  if (fixes === 'diff' && (values.fix || withReadiness || values.format !== undefined))
    return 'Unexpected option beside --fix-dry-run, expected none: a diff is all that is printed.';
  if (fixes === 'write' && names.includes('-'))
    return 'Unexpected option --fix for standard input, expected --fix-dry-run: there is no file to write.';
  return (
    unexpected('json') ?? {
      command: 'check',
      targets: names,
      profile,
      format,
      withReadiness,
      fixes,
      maxWarnings: Number(maxWarnings),
    }
  );
}

function isFormat(value: string): value is Format {
  return (formats as readonly string[]).includes(value);
}

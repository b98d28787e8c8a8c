/**
 * Names that mean one zone wherever they are used in practice: minutes east of UTC, or an IANA zone where the offset
 * changes with the season. In upper case.
 */
export const zoneNames: Readonly<Record<string, number | string>> = {
  ...{
    Z: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 60,
    WAT: 60,
    CET: 60,
    MEZ: 60,
    CAT: 120,
    CEST: 120,
    MESZ: 120,
    SAST: 120,
    EET: 120,
  },
  ...{ EEST: 180, MSK: 180, МСК: 180, TRT: 180, EAT: 180, PKT: 300, NPT: 345, WIB: 420, ICT: 420, HKT: 480, SGT: 480 },
  ...{ MYT: 480, BJT: 480, AWST: 480, JST: 540, KST: 540, ACST: 570, AEST: 600, ACDT: 630, AEDT: 660 },
  ...{ NZST: 720, NZDT: 780, BRT: -180, EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
  ...{ AKST: -540, AKDT: -480, HST: -600, 北京时间: 480, 北京時間: 480, 日本時間: 540 },
  ...{ ET: 'America/New_York', EASTERN: 'America/New_York', MT: 'America/Denver', MOUNTAIN: 'America/Denver' },
  ...{ PT: 'America/Los_Angeles', PACIFIC: 'America/Los_Angeles' },
};

/** Names that mean several offsets: China and US Central, India and Israel, Britain and Bangladesh (../shared/format.md, 3). */
export const ambiguousNames: readonly string[] = ['CST', 'IST', 'BST', 'AST', 'ECT'];

/** Every zone name that may stand in a stamp, `Z` apart, as it is written; the grammar colours the same ones. */
export const knownZoneNames: readonly string[] = [
  ...Object.keys(zoneNames)
    .filter((name) => name !== 'Z')
    .map((name) => (name.length > 5 ? name.charAt(0) + name.slice(1).toLowerCase() : name)),
  ...ambiguousNames,
];

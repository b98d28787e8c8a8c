import { t } from '@vscode/l10n';
import { within } from '../edits/planEdit';
import { withEntities } from '../text/entities';
import { excerpt, pathExcerpt } from '../text/excerpt';
import { lineTest, wholeOf } from '../text/positions';
import { decodedPart } from '../text/relativePath';
import type { SearchableText } from '../text/searchableText';
import { tellsAbsence } from '../words/fileChanges';
import type { Existence } from './existence';
import { isActive } from './facts/headingRanges';
import { linkTo, nearestAnchors } from './fixes/linkEdits';
import type { Problem, Rule, RuleDocs } from './rule';
import { findAnchors } from './search/anchors';
import { findLinks, type Link } from './search/links';

/** A relative link or an anchor that leads nowhere. */
export const brokenLink: Rule = {
  id: 'broken-link',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A link to a file or to a heading leads nowhere.',
  *check(plan, { text, existence }) {
    if (!existence || !isActive(plan)) return;
    let anchors: ReadonlySet<string> | undefined;
    const isToCome = lineTest(plan.steps.filter(({ state }) => state !== 'done').map(({ range }) => range));
    for (const link of text.find(findLinks, plan.range)) {
      if (link.kind !== 'anchor' && link.kind !== 'relative') continue;
      if (link.kind === 'anchor') {
        anchors ??= anchorsOf(text);
        if (!leadsToAny(link.target, anchors))
          yield {
            ...problemOf(link),
            fixes: ({ lines }) =>
              nearestAnchors(link.target, anchorNames(text)).map((name) => linkTo(link, name, lines)),
          };
        continue;
      }
      const path = pathOf(link.target);
      if (path === undefined || !isMissing(path, existence)) continue;
      const around = (text.lines[link.line] ?? '').slice(Math.max(0, link.character - 200), link.endCharacter + 200);
      if (isToCome(link.line) || tellsAbsence(around)) continue;
      yield {
        ...problemOf(link),
        lookFor: () => [path],
        fixes: ({ nearby, lines }) => (nearby?.(path) ?? []).map(({ fromPlan }) => linkTo(link, fromPlan, lines)),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A link that leads nowhere is a hole in a text that has to be self-contained: the reader cannot know what was there. Reported only while the plan has open steps, since a finished plan may name files that are gone, and only where the files can be seen.',
  source: 'Seed, Testing Strategies: "No undefined terms or broken references".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nPictures are resized on each request, as [the guide](../caches.md) tells.\n                                                     ^^^^^^^^^^^^',
    good: '# Serve thumbnails from a cache\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nPictures are resized on each request, as [the guide](../cache.md) tells. What is done stands in [Progress](#progress).',
  },
};

function problemOf({ kind, line, target, targetCharacter }: Link): Problem {
  return {
    range: within(line, targetCharacter, targetCharacter + target.length),
    message:
      kind === 'anchor'
        ? t('Link leads nowhere: no heading here is called {0}', excerpt(target))
        : t('Link leads nowhere: {0} does not exist', pathExcerpt(target)),
  };
}

/** The path that a target names, without line, query and anchor; undefined for what is no path, or only stands for one. */
function pathOf(target: string): string | undefined {
  const [path = ''] = withEntities(target)
    .replace(/(?<=\w\.\w{1,8}):\d[\d:,-]*$/, '')
    .split(/[?#]/, 1);
  const plain = decodedPart(path);
  // `run[0](event)` is no link, and `<name>.md`, `*.md`, `…/a.md` stand for others.
  if (!/[/.]/.test(plain) || /[<>{}*$|"…]|\.{3}|^\.{1,2}$|YYYY/.test(plain)) return undefined;
  return plain;
}

/** True where there is no such file, however its name composes letters and their marks: macOS takes both for the same. */
function isMissing(path: string, existence: Existence): boolean {
  if (existence.has(path) !== false) return false;
  const others = [path.normalize('NFC'), path.normalize('NFD')];
  return others.every((other) => other === path || existence.has(other) === false);
}

/** The anchors of the whole text: a plan may lead to another one in its file. */
function anchorsOf(text: SearchableText): ReadonlySet<string> {
  return new Set(text.find(findAnchors, wholeOf(text.lines)).flatMap(({ slug }) => [slug, loose(slug)]));
}

/** What the headings and marked places of the whole text are called in links. */
const names = new WeakMap<SearchableText, readonly string[]>();

/** The slugs of a text's anchors: the same list for the same text. */
function anchorNames(text: SearchableText): readonly string[] {
  const known = names.get(text) ?? text.find(findAnchors, wholeOf(text.lines)).map(({ slug }) => slug);
  names.set(text, known);
  return known;
}

function leadsToAny(target: string, anchors: ReadonlySet<string>): boolean {
  const name = decodedPart(withEntities(target.slice(1)))
    .toLowerCase()
    .normalize('NFC');
  // The page's top, lines of code, footnotes and what a second heading of the same words is called.
  if (/^(?:top|l\d+(?:-l?\d+)?|fn.*|user-content-.*|:~:.*)?$/.test(name)) return true;
  return anchors.has(name) || anchors.has(loose(name)) || anchors.has(loose(name.replace(/-\d{1,2}$/, '')));
}

/** Letters and digits alone: tools differ in what they do with the rest. */
function loose(slug: string): string {
  return `=${slug.replace(/[^\p{L}\p{N}]/gu, '')}`;
}

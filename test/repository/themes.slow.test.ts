import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Registry } from 'vscode-textmate';
import { scopes } from '../../scripts/colours';
import { installVSCode, versions } from '../../scripts/vscode/install';
import { builtInThemes, type ColourTheme } from '../support/themes';

/** How a theme writes something: its colour, and bold, italic and such as bits. */
interface Style {
  colour: string;
  font: number;
}

/** What is of our grammar's scopes in a paragraph of a step, in a theme: `done`, `open`, … */
function stylesIn(theme: ColourTheme): Record<keyof typeof scopes | 'text', Style> {
  const registry = new Registry({
    onigLib: Promise.resolve({} as never),
    loadGrammar: async () => null,
    theme: theme.raw,
  });
  // The rules of a theme, by which the registry colours what it has read.
  const { _theme: rules } = (registry as unknown as { _syncRegistry: { _theme: ThemeRules } })._syncRegistry;
  const colours = registry.getColorMap();
  const styleOf = (names: readonly string[]) => {
    const defaults = rules.getDefaults();
    let style: Style = { colour: colours[defaults.foregroundId] as string, font: defaults.fontStyle };
    let parent: ScopeStack | null = null;
    for (const scopeName of [
      'text.html.markdown',
      'markup.list.unnumbered.markdown',
      'meta.paragraph.markdown',
      ...names,
    ]) {
      parent = { parent, scopeName };
      const own = rules.match(parent);
      if (!own) continue;
      style = {
        colour: own.foregroundId > 0 ? (colours[own.foregroundId] as string) : style.colour,
        font: own.fontStyle === -1 ? style.font : own.fontStyle,
      };
    }
    return style;
  };
  return Object.fromEntries([
    ['text', styleOf([])],
    ...Object.entries(scopes).map(([name, scope]) => [name, styleOf(scope.split(' '))]),
  ]);
}

interface ScopeStack {
  parent: ScopeStack | null;
  scopeName: string;
}

interface ThemeRules {
  getDefaults(): { foregroundId: number; fontStyle: number };
  match(scope: ScopeStack): { foregroundId: number; fontStyle: number } | null;
}

/** How far two colours are from each other, in RGB of 0 to 255. */
function distance(one: string, other: string): number {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [a, b] = [parts(one), parts(other)];
  return Math.hypot(...a.map((part, i) => part - (b[i] as number)));
}

describe('the colours of a plan', () => {
  const themes: { name: string; styles: ReturnType<typeof stylesIn> }[] = [];
  before(async () => {
    for (const version of versions) {
      const { directory } = await installVSCode(version);
      for (const theme of builtInThemes(join(directory, 'extensions')))
        themes.push({ name: `${version}, ${theme.label}`, styles: stylesIn(theme) });
    }
  });

  it('tell the states of a step apart in every theme that comes with VS Code', () => {
    assert.ok(themes.length > 30, `${themes.length} themes`);
    const states = ['done', 'open', 'partial', 'blocked'] as const;
    const alike = themes.flatMap(({ name, styles }) =>
      states.flatMap((one, i) =>
        states.slice(i + 1).flatMap((other) => {
          const [a, b] = [styles[one], styles[other]];
          const differs = distance(a.colour, b.colour) >= 20 || a.font !== b.font;
          return differs ? [] : [`${name}: ${one} ${a.colour}, ${other} ${b.colour}`];
        }),
      ),
    );
    assert.deepEqual(alike, []);
  });

  it('tell all else from the text around it in the themes that VS Code starts with', () => {
    const plain = themes.flatMap(({ name, styles }) =>
      /Modern|2026/.test(name)
        ? (['stamp', 'key', 'milestone', 'placeholder'] as const)
            .filter((part) => distance(styles[part].colour, styles.text.colour) < 20)
            .map((part) => `${name}: ${part}`)
        : [],
    );
    assert.deepEqual(plain, []);
  });
});

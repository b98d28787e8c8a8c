import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { IRawTheme } from 'vscode-textmate';

/** A colour theme as VS Code applies it. */
export interface ColourTheme {
  label: string;
  /** For `Registry.setTheme`: the first setting has the colours of text that no other setting is about. */
  raw: IRawTheme;
  /** True where VS Code colours by the meaning that a language server tells: `editor.semanticHighlighting.enabled`. */
  isSemantic: boolean;
}

interface ThemeFile {
  include?: string;
  colors?: Record<string, string>;
  tokenColors?: IRawTheme['settings'][number][] | string;
  semanticHighlighting?: boolean;
}

/** The colour themes that come with a VS Code, whose built-in extensions are in a folder. */
export function builtInThemes(extensions: string): ColourTheme[] {
  return readdirSync(extensions).flatMap((name) => {
    if (!name.startsWith('theme-')) return [];
    const folder = join(extensions, name);
    const { contributes = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return (contributes.themes ?? []).map(({ id, label, uiTheme, path }: Record<string, string>) =>
      themeOf(id ?? label ?? '', uiTheme ?? '', join(folder, path ?? '')),
    );
  });
}

function themeOf(label: string, base: string, path: string): ColourTheme {
  const { colors, settings, isSemantic } = readTheme(path);
  const isDark = base === 'vs-dark' || base === 'hc-black';
  const foreground = colors['editor.foreground'] ?? (isDark ? '#BBBBBB' : '#333333');
  const background = colors['editor.background'] ?? (isDark ? '#1E1E1E' : '#FFFFFF');
  return { label, isSemantic, raw: { settings: [{ settings: { foreground, background } }, ...settings] } };
}

function readTheme(path: string): {
  colors: Record<string, string>;
  settings: IRawTheme['settings'][number][];
  isSemantic: boolean;
} {
  const own = readJson(path) as ThemeFile;
  const included = own.include ? readTheme(join(dirname(path), own.include)) : undefined;
  const settings = Array.isArray(own.tokenColors) ? own.tokenColors : [];
  return {
    colors: { ...included?.colors, ...own.colors },
    settings: [...(included?.settings ?? []), ...settings],
    isSemantic: own.semanticHighlighting ?? included?.isSemantic ?? false,
  };
}

/** Themes have comments and commas behind the last. */
function readJson(path: string): unknown {
  return parse(readFileSync(path, 'utf8'), [], { allowTrailingComma: true });
}

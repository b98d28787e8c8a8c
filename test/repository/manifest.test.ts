import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../support/root';

const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { commands, menus } = manifest.contributes as {
  commands: { command: string; title: string; icon: string; enablement?: string }[];
  menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
};

/** Every string of the manifest, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('package.json', () => {
  it('takes its texts from package.nls.json, all of them', () => {
    const used = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(JSON.parse(read('package.nls.json'))).sort());
  });

  it('points to files that are there, but for those that are built', () => {
    const paths = strings(manifest.contributes).filter((text) =>
      /^(?:\.\/)?(?:media|schemas|snippets|syntaxes)\//.test(text),
    );
    const missing = [manifest.icon, ...paths].filter((path) => !existsSync(new URL(path, root)));
    assert.deepEqual(missing, []);
    assert.ok(paths.length >= 4, 'grammar, schema, snippets and the icon of the activity bar');
  });

  it('leaves to the person alone which folders outside of the workspace are looked at', () => {
    const sections: { properties: Record<string, { scope?: string }> }[] = [manifest.contributes.configuration].flat();
    const settings = Object.assign({}, ...sections.map(({ properties }) => properties));
    assert.equal(settings['execplan.plans.folders'].scope, 'machine');
  });

  it('has a PNG of at least 128 pixels as its icon, which the marketplace asks for', () => {
    const png = readFileSync(new URL(manifest.icon, root));
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(16) === png.readUInt32BE(20));
  });
});

describe('keys', () => {
  const { keybindings } = manifest.contributes as { keybindings: { key: string; mac: string; when: string }[] };
  const defaults: Record<'linux' | 'mac' | 'windows', string[]> = JSON.parse(read('test/fixtures/defaultKeys.json'));

  it('shadow none of those that VS Code has by default, on any platform', () => {
    assert.ok(
      keybindings.length > 5 && defaults.mac.includes('cmd+k cmd+c') && defaults.windows.includes('ctrl+k ctrl+c'),
    );
    for (const { key, mac } of keybindings)
      for (const platform of ['linux', 'mac', 'windows'] as const) {
        const taken = defaults[platform];
        const own = platform === 'mac' ? mac : key;
        assert.match(own, /^(?:ctrl|cmd)\+k /, 'a chord: its first key alone does something already');
        const isTaken = (each: string) => each === own || each.startsWith(`${own} `);
        assert.deepEqual(taken.filter(isTaken), [], `${platform}: ${own}`);
      }
  });

  it('differ from each other, and count in a plan alone', () => {
    assert.equal(new Set(keybindings.map(({ key }) => key)).size, keybindings.length);
    for (const { when } of keybindings) assert.match(when, /^execplan\.(?:activeIsPlan|hasPlan) && /);
  });
});

describe('commands', () => {
  const ids = commands.map(({ command }) => command);

  it('are the only ones in the menus', () => {
    const inMenus = Object.values(menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    assert.deepEqual(
      inMenus.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('are in the palette when they are enabled', () => {
    const palette = new Map(menus.commandPalette?.map(({ command, when }) => [command, when]));
    for (const { command, enablement } of commands) assert.equal(palette.get(command), enablement, command);
  });

  it('are in menus of their own that some menu shows', () => {
    const shown = Object.values(menus).flatMap((items) => items.flatMap(({ submenu }) => submenu ?? []));
    const declared = (manifest.contributes.submenus as { id: string }[]).map(({ id }) => id);
    assert.deepEqual([...new Set(shown)], declared);
    for (const id of declared) assert.ok(menus[id]?.length, id);
  });
});

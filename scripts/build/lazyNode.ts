import type { Plugin } from 'esbuild';

/** Modules of Node that take milliseconds to load, a tenth of an empty Node together. */
const slow = [
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:readline/promises',
  'node:stream/consumers',
  'node:timers/promises',
];

/** Loads them when something of theirs is first asked for, and not with the bundle. */
export const lazyNode: Plugin = {
  name: 'lazy node',
  setup({ onLoad, onResolve }) {
    const namespace = 'lazy-node';
    onResolve({ filter: /^[a-z_:/]+$/ }, ({ path: named, namespace: from }) => {
      // Libraries say `fs/promises`, too.
      const path = named.startsWith('node:') ? named : `node:${named}`;
      return slow.includes(path) && from !== namespace ? { path, namespace, sideEffects: false } : undefined;
    });
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      return {
        // esbuild hands getters on to whoever imports.
        contents: `for (const name of ${JSON.stringify(names)})
          Object.defineProperty(exports, name, { enumerable: true, get: () => require(${JSON.stringify(path)})[name] });`,
      };
    });
  },
};

import type { Api } from '../../../../client/src/extension';
import { planCount } from '../../../../scripts/measure/workspaces';
import { bridge } from '../../bridge';
import { sleepingExtension, within } from '../extension';

// Run in two windows, one after the other: the second one finds what the first one has kept.
describe('a window with 1,000 plans that is opened again', () => {
  it('lists them all', async () => {
    const extension = sleepingExtension();
    const started = performance.now();
    const api: Api = await extension.activate();
    const listed = new Set<string>();
    const checked = new Set<string>();
    let listedAt = 0;
    await within(
      60_000,
      'the findings',
      new Promise<void>((resolve) => {
        api.onProgress(({ uri, findings }) => {
          if (listed.add(uri).size === planCount) listedAt ||= performance.now();
          if (findings && checked.add(uri).size === planCount) resolve();
        });
      }),
    );
    const checkedAt = performance.now();
    await bridge.report('list', listedAt - started);
    await bridge.report('findings', checkedAt - started);
    // The server writes down what it has read some seconds later.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
  });
});

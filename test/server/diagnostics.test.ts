import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { TestClient } from '../support/client';

const uri = 'file:///plan.md';
const text = '# T\n\n## Purpose\n\n## Progress\n\n- [x] a\n- [x] b\n- [x] c\n\n## Surprises\n\n## Decision Log\n';

describe('the places that a finding stands for', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const linesTold = async (relatedInformation?: boolean) => {
    const settings = { rules: { 'missing-living-section': 'off' } };
    const capabilities =
      relatedInformation === undefined ? {} : { textDocument: { publishDiagnostics: { relatedInformation } } };
    client = await TestClient.start({
      capabilities: { workspace: { configuration: true }, ...capabilities },
      settings,
    });
    await client.open(uri, text);
    const [diagnostic, ...others] = (await client.diagnostics.take()).diagnostics;
    assert.deepEqual([diagnostic?.code, others], ['done-without-timestamp', []]);
    const ofAction = (await client.actions(uri, diagnostic?.range ?? assert.fail()))[0]?.diagnostics?.[0];
    if (ofAction) assert.deepEqual(ofAction, diagnostic);
    return diagnostic?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]);
  };

  it('are told to a client that shows them', async () => {
    assert.deepEqual(
      await linesTold(true),
      [6, 7, 8].map((line) => [uri, line]),
    );
  });

  it('are kept from one that does not', async () => {
    assert.equal(await linesTold(false), undefined);
    client.stop();
    assert.equal(await linesTold(), undefined);
  });
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { changesRequest } from '../../server/src/protocol';
import { TestClient } from '../support/client';

const uri = 'file:///work/plans/a.md';
const text =
  '# A\n\n## Purpose\n\nX.\n\n## Progress\n\n- [ ] Read.\n- [ ] Keep | it.\n\n## Surprises\n\n## Decision Log\n';

describe('what differs between a former text and the present one', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const kinds = async (former: string) => {
    const answer = await client.request(changesRequest, { uri, former });
    return answer?.plans.map(({ changes }) => changes.map(({ kind, text }) => `${kind}: ${text}`));
  };

  it('is told of an open document, of a closed file, and of none that is unknown', async () => {
    client = await TestClient.start({ folders: ['file:///work'] });
    assert.equal(await kinds(text), undefined);
    await client.write(uri, text.replace('[ ] Read', '[x] Read'));
    assert.deepEqual(await kinds(text), [['ticked: Read.']]);
    await client.open(uri, text.replace('- [ ] Read.\n', ''));
    assert.deepEqual(await kinds(text), [['stepRemoved: Read.']]);
    assert.deepEqual(await kinds(text.replace('- [ ] Read.\n', '')), [[]]);
  });

  it('reads the former text as the present one is read: by the same settings', async () => {
    client = await TestClient.start({ folders: ['file:///work'], settings: { marks: { '-': 'dropped' } } });
    await client.write(uri, text);
    assert.deepEqual(await kinds(text.replace('[ ] Read', '[-] Read')), [['reopened: Read.']]);
  });
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { TestClient } from '../support/client';

describe('the settings of an editor', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('are complained of once where they cannot be understood, in a message that people see', async () => {
    client = await TestClient.start({ settings: { timeZone: 'CST', marks: { '-': 'gone' } } });
    const message =
      'Settings of ExecPlan: "CST" means several zones: write an offset, or a name as Asia/Shanghai\n' +
      '"-" must be done, partial, blocked or dropped';
    assert.equal(await client.messages.take(), message);
    await client.changeSettings({ timeZone: 'CST', marks: { '-': 'gone' }, terms: ['SLO'] });
    await client.changeSettings({ timeZone: 'utc' });
    await client.changeSettings({ timeZone: 'Mars/Phobos' });
    assert.match(await client.messages.take(), /"Mars\/Phobos" is no known zone/);
    assert.equal(client.messages.size, 0);
  });
});

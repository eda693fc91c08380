// Drives the voice stand-in with the provider's own client; prints what it saw as one JSON line.
// Arguments: root of the stand-in, address of its controls. Fails when an answer does not parse or says something else.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { ElevenLabsClient, ElevenLabsError } from '@elevenlabs/elevenlabs-js';

const [base, control] = process.argv.slice(2);
const post = (path, body) =>
  fetch(control + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const events = [];
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    events.push({
      body: Buffer.concat(parts).toString('utf8'),
      signature: request.headers['elevenlabs-signature'],
    });
    response.end();
  });
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
await post('/webhooks', { elevenLabsUrl: `http://127.0.0.1:${server.address().port}/hook` });
await post('/elevenlabs/settings', { minMillis: 1, maxMillis: 5 });
await post('/people', [
  { phone: '+40700000901', persona: 'qualified_ro' },
  { phone: '+420601000901', persona: 'busy_cs' },
]);

const client = new ElevenLabsClient({ apiKey: 'sandbox-elevenlabs', environment: base, maxRetries: 0 });
const convai = client.conversationalAi;
const clientData = (userId) => ({
  userId,
  conversationConfigOverride: { agent: { firstMessage: 'Bună!', prompt: { prompt: 'Ask.' } } },
});
async function until(done) {
  for (let turn = 0; turn < 200; turn++) {
    if (await done()) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  assert.fail('nothing happened in time');
}

const placed = await convai.twilio.outboundCall({
  agentId: 'agent_sandbox',
  agentPhoneNumberId: 'phone_sandbox',
  toNumber: '+40700000901',
  conversationInitiationClientData: clientData('41'),
});
assert.equal(placed.success, true);
await until(() => events.length === 1);
const conversation = await convai.conversations.get(placed.conversationId);
assert.equal(conversation.status, 'done');
assert.equal(conversation.metadata.phoneCall.callResult, 'answered');
assert.equal(conversation.transcript[0].message, 'Bună!');

const batch = await convai.batchCalls.create({
  callName: 'rf-1',
  agentId: 'agent_sandbox',
  agentPhoneNumberId: 'phone_sandbox',
  targetConcurrencyLimit: 2,
  recipients: [
    { id: 'r-1', phoneNumber: '+40700000901', conversationInitiationClientData: clientData('42') },
    { id: 'r-2', phoneNumber: '+420601000901', conversationInitiationClientData: clientData('43') },
  ],
});
await until(async () => (await convai.batchCalls.get(batch.id)).status === 'completed');
const recipients = (await convai.batchCalls.get(batch.id)).recipients.map((each) => each.status);
assert.deepEqual(recipients, ['completed', 'failed']);
assert.equal((await convai.batchCalls.list()).batchCalls[0].id, batch.id);
assert.equal((await convai.batchCalls.cancel(batch.id)).status, 'completed');
assert.equal((await convai.conversations.list({ userId: '42' })).conversations.length, 1);

await until(() => events.length === 3);
const types = [];
for (const { body, signature } of events) {
  const event = await client.webhooks.constructEvent(body, signature, 'wsec_sandbox');
  types.push(event.type);
  await assert.rejects(client.webhooks.constructEvent(body + ' ', signature, 'wsec_sandbox'));
}

const refused = (status) => (error) => error instanceof ElevenLabsError && error.statusCode === status;
const outbound = (more) =>
  convai.twilio.outboundCall({
    agentId: 'agent_sandbox',
    agentPhoneNumberId: 'phone_sandbox',
    toNumber: '+40700000901',
    ...more,
  });
await assert.rejects(outbound({ agentId: 'other' }), refused(404));
await assert.rejects(outbound({ toNumber: '0700' }), refused(400));
await assert.rejects(convai.conversations.get('conv_none'), refused(404));
await assert.rejects(convai.conversations.list({ pageSize: 1000 }), refused(422));
const stranger = new ElevenLabsClient({ apiKey: 'sk_other', environment: base, maxRetries: 0 });
await assert.rejects(stranger.conversationalAi.batchCalls.list(), refused(401));

server.close();
console.log(JSON.stringify({ types: types.sort() }));

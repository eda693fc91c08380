// Drives the mailbox's stand-in with Google's own client, whose root address can hold no path;
// prints what it saw as one JSON line. Arguments: root of the stand-in, an access token.
import assert from 'node:assert/strict';
import { auth, gmail } from '@googleapis/gmail';

const [root, token] = process.argv.slice(2);
const credentials = new auth.OAuth2();
credentials.setCredentials({ access_token: token });
const users = gmail({ version: 'v1', auth: credentials, rootUrl: `${root}/` }).users;

const profile = await users.getProfile({ userId: 'me' });
const letter = 'To: ion@example.com\r\nSubject: Hello\r\n\r\nHello\r\n';
const sent = await users.messages.send({
  userId: 'me',
  requestBody: { raw: Buffer.from(letter).toString('base64url') },
});
const read = await users.messages.get({ userId: 'me', id: sent.data.id, format: 'metadata' });
assert.ok(read.data.labelIds.includes('SENT'));
const listed = await users.messages.list({ userId: 'me', q: 'subject:Hello', maxResults: 500 });
await assert.rejects(
  () => users.messages.list({ userId: 'me', maxResults: 900 }),
  (refused) => refused.status === 400,
);
await assert.rejects(
  () => users.labels.create({ userId: 'me', requestBody: { name: 'x', labelListVisibility: 'loud' } }),
  (refused) => refused.status === 400,
);
console.log(JSON.stringify({ address: profile.data.emailAddress, found: listed.data.messages.length }));

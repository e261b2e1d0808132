// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays through the sandbox's Salesforce org with jsforce, a client that production uses every day: what
// jsforce takes for Salesforce is near enough to it. Called by run.mjs with the org's address.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createRequire } from 'node:module';

const jsforce = createRequire(import.meta.url)('@jsforce/jsforce-node');
const base = process.env.SANDBOX_URL;
const redirectUri = 'http://localhost:53682/oauth/callback';

async function control(method, path, body) {
  const answer = await fetch(`${base}/control/salesforce/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body ? JSON.stringify(body) : undefined,
  });
  return answer.json();
}

async function fault(name, value, more = {}) {
  const answer = await control('POST', 'fault', { name, value, ...more });
  assert.equal(answer.ok, true, `${name}: ${answer.error}`);
}

// What a person does in the browser: opens the page, presses Allow, is sent to the callback.
async function allow(url, decision = 'allow') {
  const page = await fetch(url, { redirect: 'manual' });
  assert.equal(page.status, 200);
  const html = await page.text();
  assert.match(html, /id="allow"/);
  const request = /name="request" value="([^"]+)"/.exec(html)[1];
  const answer = await fetch(`${base}/services/oauth2/approve`, {
    method: 'POST',
    body: new URLSearchParams({ request, decision }),
    redirect: 'manual',
  });
  assert.equal(answer.status, 302);
  return new URL(answer.headers.get('location'));
}

async function signIn() {
  const { oauth } = await control('GET', 'state');
  const oauth2 = new jsforce.OAuth2({ loginUrl: base, clientId: oauth.clientId, redirectUri, useVerifier: true });
  const url = oauth2.getAuthorizationUrl({ scope: 'api refresh_token id', state: 'a state' });
  const callback = await allow(url);
  assert.equal(`${callback.origin}${callback.pathname}`, redirectUri);
  assert.equal(callback.searchParams.get('state'), 'a state');
  const connection = new jsforce.Connection({ oauth2, version: '60.0' });
  await connection.authorize(callback.searchParams.get('code'));
  return connection;
}

let connection;

test.beforeEach(async () => {
  await control('POST', 'reset');
  connection = await signIn();
});

test('the signed-in user is Jane Roe of Acme Telecom', async () => {
  const identity = await connection.identity();
  assert.equal(identity.email, 'jane.roe@acme.example');
  const user = await connection.sobject('User').retrieve(connection.userInfo.id);
  assert.equal(user.Name, 'Jane Roe');
  const organization = await connection.query('SELECT Name, OrganizationType, IsSandbox FROM Organization');
  assert.equal(organization.records[0].OrganizationType, 'Enterprise Edition');
});

test('denying comes back as an error', async () => {
  const callback = await allow(connection.oauth2.getAuthorizationUrl({ scope: 'api' }), 'deny');
  assert.equal(callback.searchParams.get('error'), 'access_denied');
});

test('a wrong verifier is refused', async () => {
  const callback = await allow(connection.oauth2.getAuthorizationUrl({ scope: 'api' }));
  connection.oauth2.codeVerifier = 'x'.repeat(60);
  await assert.rejects(connection.oauth2.requestToken(callback.searchParams.get('code')), { name: 'invalid_grant' });
});

test('the version list ends with the newest', async () => {
  const versions = await connection.request('/services/data');
  assert.equal(versions.at(-1).version, '67.0');
});

test('a query is paged to its end', async () => {
  await fault('page-size', 20);
  const first = await connection.query('SELECT Id, Name FROM Contact');
  assert.equal(first.done, false);
  assert.equal(first.records.length, 20);
  const second = await connection.queryMore(first.nextRecordsUrl);
  assert.equal(second.records.length > 0, true);
  const all = await connection.query('SELECT Id, Name FROM Contact ORDER BY Name', { autoFetch: true, maxFetch: 5000 });
  assert.equal(all.records.length, first.totalSize);
  await fault('expire-cursors');
  await assert.rejects(connection.queryMore(first.nextRecordsUrl), { errorCode: 'INVALID_QUERY_LOCATOR' });
});

test("jsforce's own query builder is understood", async () => {
  const rows = await connection.sobject('Contact')
    .find({ LastName: { $like: 'Gonz%' }, Phone: { $ne: null } }, ['Id', 'Name', 'Account.Name'])
    .sort({ LastModifiedDate: -1 }).limit(5).execute();
  assert.equal(rows.length, 1);
  assert.equal(rows[0].Account.Name, 'Golden Gate Logistics');
  const dated = await connection.sobject('Contact')
    .find({ CreatedDate: { $gt: jsforce.SfDate.toDateTimeLiteral(new Date(0)) } }).limit(3).execute();
  assert.equal(dated.length, 3);
  assert.equal(await connection.sobject('Contact').count({ LastName: "O'Brien" }), 1);
});

test('mistakes in a query have their codes', async () => {
  await assert.rejects(connection.query('SELECT Foo FROM Contact'), { errorCode: 'INVALID_FIELD' });
  await assert.rejects(connection.query('SELECT Id FROM Foo'), { errorCode: 'INVALID_TYPE' });
  await assert.rejects(connection.query('SELECT FROM Contact'), { errorCode: 'MALFORMED_QUERY' });
});

test('a search finds a caller', async () => {
  const found = await connection.search(
    'FIND {14155551212 OR 4155551212} IN PHONE FIELDS RETURNING Contact(Id, Name, Account.Name LIMIT 20), Lead(Id, Name WHERE IsConverted = false LIMIT 20), Account(Id, Name)');
  assert.deepEqual(found.searchRecords.map((row) => row.Name), ['Maria González']);
  assert.equal(found.searchRecords[0].attributes.type, 'Contact');
  await assert.rejects(connection.search('FIND {John|x} RETURNING Contact'), { errorCode: 'MALFORMED_SEARCH' });
  await assert.rejects(connection.search('FIND {J} RETURNING Contact'), { errorCode: 'INVALID_SEARCH' });
});

test('a parameterized search finds the same', async () => {
  const found = await connection.requestPost(`${connection.instanceUrl}/services/data/v60.0/parameterizedSearch`, {
    q: '4155551212', in: 'PHONE',
    sobjects: [{ name: 'Contact', fields: ['Id', 'Name', 'Account.Name'], limit: 20 }, { name: 'Lead', fields: ['Id', 'Name'], where: 'IsConverted = false' }],
    overallLimit: 60, defaultLimit: 20,
  });
  assert.deepEqual(found.searchRecords.map((row) => row.Name), ['Maria González']);
});

test('a record lives from creation to deletion', async () => {
  const created = await connection.sobject('Contact').create({ FirstName: 'Automatic New Contact', LastName: '-5550199', Phone: '5550199' });
  assert.equal(created.success, true);
  const updated = await connection.sobject('Contact').update({ Id: created.id, MobilePhone: '+14155550199' });
  assert.equal(updated.success, true);
  const read = await connection.sobject('Contact').retrieve(created.id);
  assert.equal(read.Name, 'Automatic New Contact -5550199');
  assert.equal(read.MobilePhone, '+14155550199');
  assert.equal((await connection.sobject('Contact').destroy(created.id)).success, true);
  await assert.rejects(connection.sobject('Contact').retrieve(created.id), { errorCode: 'ENTITY_IS_DELETED' });
  const day = 86_400_000;
  const deleted = await connection.sobject('Contact').deleted(new Date(Date.now() - day), new Date(Date.now() + day));
  assert.deepEqual(deleted.deletedRecords.map((row) => row.id), [created.id]);
});

test('refused writes name the field', async () => {
  await assert.rejects(connection.sobject('Lead').create({ LastName: 'x' }), (error) => {
    assert.equal(error.errorCode, 'REQUIRED_FIELD_MISSING');
    assert.deepEqual(error.data.fields, ['Company']);
    return true;
  });
  await assert.rejects(connection.sobject('Task').create({ CallType: 'Nope' }), { errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' });
});

test('collections answer row by row', async () => {
  const results = await connection.sobject('Task').create(
    [{ Subject: 'Call', CallType: 'Inbound' }, { Subject: 'Call', CallType: 'Nope' }, { Subject: 'Call', CallType: 'Outbound' }]);
  assert.deepEqual(results.map((result) => result.success), [true, false, true]);
  assert.equal(results[1].errors[0].statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  const ids = [results[0].id, results[2].id];
  const updated = await connection.sobject('Task').update(ids.map((Id) => ({ Id, CallDisposition: 'Answered' })));
  assert.equal(updated.every((result) => result.success), true);
  const read = await connection.sobject('Task').retrieve(ids);
  assert.deepEqual(read.map((task) => task.CallDisposition), ['Answered', 'Answered']);
  assert.equal((await connection.sobject('Task').destroy(ids)).every((result) => result.success), true);
});

test('upsert creates, then changes', async () => {
  const lead = { External_Id__c: 'call-7', LastName: 'Upserted', Company: 'x' };
  assert.equal((await connection.sobject('Lead').upsert(lead, 'External_Id__c')).created, true);
  assert.equal((await connection.sobject('Lead').upsert(lead, 'External_Id__c')).success, true);
  assert.equal(await connection.sobject('Lead').count({ External_Id__c: 'call-7' }), 1);
  const many = await connection.sobject('Lead').upsert([lead, { ...lead, External_Id__c: 'call-8' }], 'External_Id__c');
  assert.equal(many.every((result) => result.success), true);
});

test('describe lists the phone fields', async () => {
  const contact = await connection.sobject('Contact').describe();
  const phones = contact.fields.filter((field) => field.type === 'phone').map((field) => field.name);
  assert.equal(phones.includes('Direct_Line__c'), true);
  const global = await connection.describeGlobal();
  assert.equal(global.sobjects.some((object) => object.name === 'Lead'), true);
});

test('limits come by header and by resource', async () => {
  const limits = await connection.limits();
  assert.equal(limits.DailyApiRequests.Max, 100000);
  assert.equal(connection.limitInfo.apiUsage.limit, 100000);
  assert.equal(connection.limitInfo.apiUsage.used > 0, true);
});

test('an expired session is refreshed once, whatever waits', async () => {
  let refreshed = 0;
  connection.on('refresh', () => { refreshed += 1; });
  await fault('expire-tokens');
  const answers = await Promise.all([1, 2, 3].map(() => connection.query('SELECT Id FROM User')));
  assert.equal(answers.every((answer) => answer.done), true);
  assert.equal(refreshed, 1);
});

test('a dead refresh token ends in invalid_grant', async () => {
  await fault('revoke-all');
  await assert.rejects(connection.query('SELECT Id FROM User'), /expired access\/refresh token/);
});

test('a session that is not good for the API is not refreshed', async () => {
  await fault('401-no-rest', null, { times: 1 });
  await assert.rejects(connection.query('SELECT Id FROM User'), /not valid for use with the REST API/);
});

test('the daily limit and a broken server are told apart', async () => {
  await fault('quota', null, { times: 1 });
  await assert.rejects(connection.query('SELECT Id FROM User'), { errorCode: 'REQUEST_LIMIT_EXCEEDED' });
  // A read is repeated by jsforce by itself; a write is not.
  await fault('html-500', null, { times: 1 });
  await assert.rejects(connection.sobject('Task').create({ Subject: 'Call' }), { errorCode: 'ERROR_HTTP_500' });
  assert.equal(await connection.sobject('Task').count({ Subject: 'Call' }), 0);
});

test('a lost answer leaves the record written, a lost request does not', async () => {
  await fault('cut-after-commit', 20);
  await assert.rejects(connection.sobject('Task').create({ Subject: 'Cut', CallObject: 'pbx1:1:1001' }));
  assert.equal(await connection.sobject('Task').count({ CallObject: 'pbx1:1:1001' }), 1);
  await fault('cut-before-commit');
  await assert.rejects(connection.sobject('Task').create({ Subject: 'Cut', CallObject: 'pbx1:2:1001' }));
  assert.equal(await connection.sobject('Task').count({ CallObject: 'pbx1:2:1001' }), 0);
});

test('a packed and a slow answer are read all the same', async () => {
  await fault('gzip', true);
  await fault('slow', 200);
  const begun = Date.now();
  assert.equal((await connection.query('SELECT Id FROM User')).totalSize, 4);
  assert.equal(Date.now() - begun >= 190, true);
});

test('signing out revokes', async () => {
  const token = connection.accessToken;
  await connection.logoutByOAuth2();
  const answer = await fetch(`${base}/services/oauth2/userinfo`, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 403);
  assert.equal(await answer.text(), 'Bad_OAuth_Token');
});

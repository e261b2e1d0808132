// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads every statement of the client with parsers that others use: SOQL with soql-parser-js, SOSL with the grammar
// of apex-parser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { isQueryValid, parseQuery } from '@jetstreamapp/soql-parser-js';

const statements = JSON.parse(readFileSync(process.env.STATEMENTS, 'utf8'));
const soql = statements.filter((statement) => statement.language === 'soql');
const sosl = statements.filter((statement) => statement.language === 'sosl');

function complaints(text) {
  // Within Apex a square bracket ends the statement, escaped or not; by REST it has no such meaning.
  const parser = ApexParserFactory.createParser(`[${text.replaceAll(/\\[[\]]/gu, '\\(')}]`, true);
  const found = [];
  parser.removeErrorListeners();
  parser.addErrorListener({
    syntaxError: (recognizer, symbol, line, column, message) => found.push(`${line}:${column} ${message}`),
    reportAmbiguity() {},
    reportAttemptingFullContext() {},
    reportContextSensitivity() {},
  });
  parser.soslLiteralAlt();
  return found;
}

/** What stands between the braces, and what follows; the first unescaped brace ends it. */
function terms(text) {
  const match = /^FIND \{((?:\\.|[^\\}])*)\} IN /su.exec(text);
  return match && { inside: match[1], rest: text.slice(match[0].length) };
}

test('there is something to read', () => {
  assert.ok(soql.length > 150, `${soql.length} SOQL statements`);
  assert.ok(sosl.length > 50, `${sosl.length} SOSL statements`);
});

test('every SOQL statement is SOQL', () => {
  for (const { text, title } of soql) assert.ok(isQueryValid(text), `${title}: ${text.slice(0, 300)}`);
});

test('no hostile text leaves its literal', () => {
  for (const { text, title } of soql) {
    const query = parseQuery(text);
    const outer = text.replace(/'(?:\\.|[^'\\])*'/gsu, "''");
    assert.ok(!/[\\"]/u.test(outer), `${title}: ${outer.slice(0, 300)}`);
    assert.ok(['Contact', 'Lead', 'Account', 'Task', 'TaskStatus', 'Organization'].includes(query.sObject), title);
    assert.ok(!/!=/u.test(outer), `${title}: ${outer.slice(0, 300)}`);
    // Free numbers alone are looked for as words: 1-800-FLOWERS.
    const isFree = /^exact number \+(?:1800|44800)\d+$/u.test(title);
    assert.ok(isFree || !/LIKE/u.test(outer), `${title}: ${outer.slice(0, 300)}`);
    const patterns = [...text.matchAll(/ LIKE '([^']*)'/gu)].map(([, pattern]) => pattern);
    for (const pattern of patterns) assert.match(pattern, /^%[\d_]+[A-Z]%$/u, title);
  }
});

test('every SOSL statement is SOSL', () => {
  for (const { text, title } of sosl) {
    const found = complaints(text);
    assert.deepEqual(found, [], `${title}: ${text.slice(0, 300)}`);
  }
});

test('no hostile text leaves its braces', () => {
  for (const { text, title } of sosl) {
    const parts = terms(text);
    assert.ok(parts, `${title}: ${text.slice(0, 300)}`);
    assert.match(parts.rest, /^(?:PHONE|NAME) FIELDS RETURNING (?:Contact|Lead|Account)\(/u, title);
    assert.ok(!parts.rest.includes('User'), title);
    const plain = parts.inside.replace(/\\[?&|!{}[\]()^~*:\\"'+-]/gsu, '').replaceAll(/\*(?=$| )/gu, '');
    assert.ok(!/[?&|!{}[\]()^~*:\\"'+-]/u.test(plain), `${title}: ${parts.inside}`);
  }
});

test('the parsers do refuse', () => {
  assert.ok(!isQueryValid("SELECT Id FROM Contact WHERE Name = 'O'Brien'"));
  assert.ok(complaints('FIND {a}} IN PHONE FIELDS RETURNING Contact(Id)').length > 0);
  assert.ok(complaints('FIND {a} IN ALL TYPE RETURNING Contact(Id)').length > 0);
});

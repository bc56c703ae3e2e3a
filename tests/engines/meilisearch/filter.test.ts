import fc from 'fast-check';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exclusions, unitsOf } from '../../../src/engines/condition.js';
import { equals, quote, toFilter } from '../../../src/engines/meilisearch/filter.js';
import { decodeValue, encodeValue } from '../../../src/engines/meilisearch/values.js';
import { analyzer, toQuery } from '../../contract/test-index.js';
import { hasServer, useServer, type TestServer } from './server.js';

const SYNTAX = [
  '"',
  "'",
  '\\',
  '\\"',
  '" OR n EXISTS OR "',
  ' OR ',
  ' AND ',
  ' TO ',
  'IN [',
  ']',
  '(',
  ')',
];
const MORE = [
  '\\n',
  '\\u0041',
  '\n',
  '\t',
  '%',
  '_geoRadius(',
  'NULL',
  'ə',
  'İ',
  'ı',
  'é',
  '🙂',
  ' ',
  'a',
  'A',
];
const syntaxText = fc
  .array(fc.constantFrom(...SYNTAX, ...MORE), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''));
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('encodeValue', () => {
  it('keeps all strings apart, and can be read back', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, syntaxText), (value) => {
        expect(decodeValue(encodeValue(value))).toBe(value);
        expect(encodeValue(value)).toMatch(/^[a-z0-9]*$/);
      }),
    );
  });

  it('gives very long values that are different different names, which cannot be read back', () => {
    const [one, other] = ['a', 'b'].map((last) => encodeValue('ə'.repeat(500) + last));
    expect(one).not.toBe(other);
    expect(one?.length).toBeLessThan(468);
    expect(decodeValue(one ?? '')).toBeUndefined();
  });
});

describe('quote', () => {
  it.each([
    ['a', '"a"'],
    ['a"b', '"a\\"b"'],
    ['a\\', '"a\\\\"'],
    ['" OR n EXISTS OR "', '"\\" OR n EXISTS OR \\""'],
  ])('%s', (value, quoted) => {
    expect(quote(value)).toBe(quoted);
  });

  it('has no quote inside that is not escaped', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, syntaxText), (value) => {
        expect(quote(value)).toMatch(/^"(?:[^"\\]|\\["\\])*"$/s);
      }),
    );
  });
});

/** Field names, quoted terms of a–z and 0–9, and the operators that filters are made with. */
const SAFE = /^(?:\w+ (?:= |STARTS WITH )"[a-z0-9 ]*"|n EXISTS|n NOT EXISTS|NOT|AND|OR|[() ])*$/;

it('no character of a query is ever syntax', () => {
  const anyQuery = fc.array(fc.oneof(anyUnits, syntaxText, fc.constantFrom('-', '"', ' ')));
  fc.assert(
    fc.property(anyQuery, (pieces) => {
      const query = toQuery(pieces.join(''));
      const corrections = query.words.map(({ word }) => [analyzer.word(word.fold)]);
      const conditions = unitsOf(query, corrections).map(({ condition }) => condition);
      for (const condition of [...conditions, exclusions(query.excluded)]) {
        expect(toFilter(condition)).toMatch(SAFE);
      }
    }),
  );
});

const Found = z.object({ estimatedTotalHits: z.number() });

describe.skipIf(!hasServer())('filters on a real server', () => {
  const INDEX = `test-filter-${process.pid}`;
  /** As the server compares values: `useServer` finds one, and these differ for it too. */
  const comparable = (value: string) => value.normalize('NFKD').toLowerCase().trim();
  const wellFormed = (value: string) => !/\p{Surrogate}/u.test(value) && comparable(value) !== '';
  const values = [
    ...fc.sample(fc.oneof(syntaxText, anyUnits), { seed: 7, numRuns: 600 }),
    ...[...SYNTAX, ...MORE],
  ].filter(wellFormed);
  let server: TestServer | undefined;
  let client: Meilisearch | undefined;

  beforeAll(async () => {
    server = await useServer();
    client = new Meilisearch({ host: server.url, apiKey: server.apiKey ?? '' });
    await client.createIndex(INDEX, { primaryKey: 'pk' }).waitTask({ timeout: 0 });
    const index = client.index(INDEX);
    await index.updateSettings({ filterableAttributes: ['value'] }).waitTask({ timeout: 0 });
    await index.addDocuments(values.map((value, pk) => ({ pk, value }))).waitTask({ timeout: 0 });
  }, 60_000);

  afterAll(async () => {
    await client?.deleteIndex(INDEX).waitTask({ timeout: 0 });
    await server?.stop();
  });

  it('a quoted value comes back as exactly that value, and widens nothing', async () => {
    for (const value of new Set(values)) {
      const wanted = values.filter((other) => comparable(other) === comparable(value)).length;
      const answer = await client?.index(INDEX).search('', {
        filter: equals('value', value),
        limit: 0,
      });
      expect([value, Found.parse(answer).estimatedTotalHits]).toEqual([value, wanted]);
    }
  }, 60_000);
});

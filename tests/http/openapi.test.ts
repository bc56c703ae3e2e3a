import { Validator } from '@seriousme/openapi-schema-validator';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXAMPLES } from '../../src/http/docs/examples.data.js';
import { PROBLEMS } from '../../src/http/problem.js';
import { openHouse, type House } from './house.js';

const Json = z.record(z.string(), z.unknown());
type Json = z.infer<typeof Json>;

const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(Json).default([]),
  responses: z.record(z.string(), Json),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.record(z.string(), z.record(z.string(), Json)),
});

let house: House;
let text: string;
let document: z.infer<typeof Document>;
/** The document with each reference replaced by what it means. */
let resolved: z.infer<typeof Document>;
beforeAll(async () => {
  house = await openHouse();
  const response = await request(house.app).get('/openapi.json');
  expect(response.status).toBe(200);
  text = response.text;
  document = Document.parse(JSON.parse(text));
  const validator = new Validator();
  expect(await validator.validate(Json.parse(JSON.parse(text)))).toEqual({ valid: true });
  resolved = Document.parse(validator.resolveRefs());
});
afterAll(() => house.close());

/** What express serves: `get /v1/search`. */
const Layers = z.array(
  z.looseObject({
    route: z
      .object({ path: z.string(), stack: z.array(z.object({ method: z.string().optional() })) })
      .optional(),
  }),
);

function mounted(): string[] {
  const layers = Layers.parse(house.app.router.stack);
  return layers.flatMap(({ route }) =>
    (route?.stack ?? []).flatMap(({ method }) =>
      method === undefined ? [] : [`${method} ${route?.path ?? ''}`],
    ),
  );
}

const described = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );

/** Every object in a document, with where it stands. */
function* objectsIn(node: unknown, place = ''): Generator<readonly [place: string, Json]> {
  if (Array.isArray(node))
    for (const [at, one] of node.entries()) yield* objectsIn(one, `${place}/${at}`);
  const object = Json.safeParse(node);
  if (!object.success || Array.isArray(node)) return;
  yield [place, object.data];
  for (const [key, value] of Object.entries(object.data))
    yield* objectsIn(value, `${place}/${key}`);
}

describe('the OpenAPI document', () => {
  it('is what was agreed on', async () => {
    const stable = `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
    await expect(stable).toMatchFileSnapshot('openapi.snapshot.json');
  });

  it('has every route that is served, and no other', () => {
    const isPage = (route: string) => /^\w+ \/(?:(?:desk|articles).*)?$/.test(route);
    expect(described().toSorted()).toEqual(
      mounted()
        .filter((route) => !isPage(route))
        .toSorted(),
    );
    expect(described()).toContain('get /v1/documents/:id');
  });

  it('has each code at a route; only what is at no address is at none', () => {
    const codes = [...objectsIn(document.components['responses'])].flatMap(
      ([, { 'x-codes': codes }]) => z.array(z.string()).default([]).parse(codes),
    );
    const missing = Object.keys(PROBLEMS).filter((code) => !codes.includes(code));
    expect(missing).toEqual(['not_found']);
  });

  it('names each operation once', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no component that is not used', () => {
    const used = new Set([...objectsIn(document)].map(([, { $ref }]) => $ref));
    const { securitySchemes, ...components } = document.components;
    expect(Object.keys(securitySchemes ?? {})).toEqual(['key']);
    const names = Object.entries(components).flatMap(([kind, all]) =>
      Object.keys(all).map((name) => `#/components/${kind}/${name}`),
    );
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  it('shows what an address can hold, and what stands for nothing', () => {
    const parameters = document.paths['/v1/search']?.['get']?.parameters ?? [];
    const named = (name: string) => parameters.find((parameter) => parameter['name'] === name);
    expect(named('page')).toMatchObject({ schema: { type: 'integer', minimum: 1, default: 1 } });
    expect(named('topic')).toMatchObject({ schema: { type: 'array' }, explode: true });
    expect(named('facets')).toMatchObject({ schema: { type: 'array' }, explode: false });
    expect(named('filter')).toMatchObject({ schema: { type: 'string' } });
    expect(named('highlight')).toMatchObject({ schema: { type: 'boolean', default: true } });
    expect(parameters.filter(({ description }) => description === undefined)).toEqual([]);
  });

  it('refuses unknown parameters, and lets answers have more fields', () => {
    const { SearchRequest, SearchResponse, Hit, Article } = document.components['schemas'] ?? {};
    expect(SearchRequest).toMatchObject({ additionalProperties: false });
    for (const answer of [SearchResponse, Hit, Article])
      expect(answer?.['additionalProperties']).not.toBe(false);
  });

  it('has examples that are valid', () => {
    const holders = [...objectsIn(resolved)].filter(
      ([place, { examples, example, schema }]) =>
        !/\/(?:examples?|default)\//.test(place) &&
        (Array.isArray(examples) || (example !== undefined && schema !== undefined)),
    );
    expect(holders.length).toBeGreaterThan(30);
    for (const [place, holder] of holders) {
      const shape = z.fromJSONSchema(Json.parse(holder['schema'] ?? holder));
      const given = z.array(z.unknown()).parse(holder['examples'] ?? [holder['example']]);
      for (const example of given) {
        const parsed = shape.safeParse(example);
        expect(`${place}: ${parsed.error?.message ?? 'valid'}`).toBe(`${place}: valid`);
      }
    }
  });
});

describe('answers are as the document says', () => {
  const cases = Object.entries(EXAMPLES).flatMap(([route, examples]) =>
    examples.map((example) => ({ route, ...example })),
  );

  it.each(cases)('$route: $says', async ({ route, path = route, query = {} }) => {
    const put = (value: string) => value.replace('{id}', 'sefer');
    const given = Object.entries(query).map(([key, value]) => [key, put(value)] as const);
    const response = await request(house.app).get(put(path)).query(Object.fromEntries(given));
    expect(response.status).toBe(200);
    const content = resolved.paths[route]?.['get']?.responses['200']?.['content'];
    const { 'application/json': media } = z.object({ 'application/json': Json }).parse(content);
    const shape = z.fromJSONSchema(Json.parse(media['schema']));
    expect(shape.safeParse(response.body).error?.message).toBeUndefined();
  });

  it('problems too', async () => {
    const response = await request(house.app).get('/v1/search?page=0');
    const shape = z.fromJSONSchema(Json.parse(resolved.components['schemas']?.['Problem']));
    expect(shape.safeParse(response.body).error?.message).toBeUndefined();
  });
});

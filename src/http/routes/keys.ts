import { z } from 'zod';
import { NewKey, type KeyRecord } from '../../keys/record.js';
import { ROLES } from '../../keys/secret.js';
import type { MadeKey } from '../../keys/keys.js';
import type { Service } from '../../service.js';
import { Problem } from '../problem.js';
import { refusal } from '../refusals.js';
import { defineRoute, NOTHING, type Route, type RouteFacts } from '../route.js';

const KeyPath = z.object({ id: z.string().meta({ description: 'Id of the key.' }) });

const KeyFacts = z
  .object({
    id: z.string().meta({ description: 'Names the key; says nothing about it.' }),
    role: z.enum(ROLES),
    name: z.string().optional(),
    filter: z.string().optional().meta({ description: 'Only what passes it is found.' }),
    rate: z.int().optional().meta({ description: 'Requests a minute.' }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'KeyFacts', description: 'What is known of a key: all but the key.' });
const KeyList = z.object({ keys: z.array(KeyFacts) }).meta({ id: 'KeyList' });
const KeyMade = KeyFacts.extend({
  key: z.string().meta({ description: 'The key itself: it is shown only now.' }),
}).meta({ id: 'KeyMade' });

const KEYS = { tag: 'keys', access: 'admin' } satisfies Partial<RouteFacts>;
const SECRET = { 'Cache-Control': 'no-store' };

/** Who may do what. */
export function keyRoutes({ keys }: Service): Route[] {
  const create = (wanted: NewKey): MadeKey => {
    try {
      return keys.create(wanted);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      throw refusal(error, { code: 'invalid_parameter', in: 'body', given: wanted, known: [] });
    }
  };

  return [
    defineRoute(
      {
        ...KEYS,
        method: 'get',
        path: '/v1/keys',
        summary: 'List keys',
        answers: {
          200: {
            description: 'What is known of each, in the order they were made.',
            schema: KeyList,
          },
        },
        problems: ['storage_unavailable'],
      },
      NOTHING,
      () => ({ status: 200, body: { keys: keys.list() }, headers: SECRET }),
    ),
    defineRoute(
      {
        ...KEYS,
        method: 'post',
        path: '/v1/keys',
        summary: 'Make a key',
        description: 'Only this answer holds the key: all that is kept of it is a hash.',
        answers: { 201: { description: 'The key.', schema: KeyMade } },
        problems: ['storage_unavailable'],
      },
      { ...NOTHING, body: NewKey },
      ({ body }) => {
        const { key, record } = create(body);
        return {
          status: 201,
          body: { key, ...record } satisfies KeyRecord & { key: string },
          headers: SECRET,
        };
      },
    ),
    defineRoute(
      {
        ...KEYS,
        method: 'delete',
        path: '/v1/keys/{id}',
        summary: 'Revoke a key',
        description:
          'It is worthless at once. A key cannot revoke itself, so that one admin key is always left: make another, and revoke the first one with it.',
        answers: { 204: { description: 'Revoked.' } },
        problems: ['key_not_found', 'conflict', 'storage_unavailable'],
      },
      { ...NOTHING, params: KeyPath },
      ({ params: { id }, caller }) => {
        if (id === caller.keyId) {
          throw new Problem(
            'conflict',
            'A key cannot revoke itself. Do it with another admin key.',
          );
        }
        if (!keys.revoke(id)) {
          throw new Problem('key_not_found', 'No key has this id.', [
            { in: 'path', path: 'id', message: 'expected the id of a key' },
          ]);
        }
        return { status: 204 };
      },
    ),
  ];
}

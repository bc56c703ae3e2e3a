import request from 'supertest';
import type { Express } from 'express';
import type { NewKey } from '../../../src/keys/record.js';
import type { Service } from '../../../src/service.js';

const OURS = { 'Sec-Fetch-Site': 'same-origin' } as const;

/** Somebody at the desk: asks for pages and sends forms as a browser does. */
export interface Visitor {
  readonly cookie: string;
  get(path: string): request.Test;
  post(path: string, fields?: Readonly<Record<string, string | string[]>>): request.Test;
}

/** A visitor with this cookie, or with none. */
export const visitorOf = (app: Express, cookie = ''): Visitor => ({
  cookie,
  get: (path) => request(app).get(path).set('Cookie', cookie),
  post: (path, fields = {}) =>
    request(app).post(path).set(OURS).set('Cookie', cookie).type('form').send(fields),
});

export const cookieOf = (key: string): string => `axtar_desk=${key}`;

interface Place {
  readonly app: Express;
  readonly service: Pick<Service, 'keys'>;
}

/** Somebody with a key of their own, at the desk already. */
export const comeIn = (
  { app, service }: Place,
  wanted: NewKey = { role: 'editor', name: 'Redaksiya' },
): Visitor => visitorOf(app, cookieOf(service.keys.create(wanted).key));

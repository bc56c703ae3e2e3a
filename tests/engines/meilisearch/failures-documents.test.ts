import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentsRefusedError } from '../../../indexer/engine.js';
import { collect, makeDocument } from '../../contract/test-index.js';
import { canStartServer, makePlace, type Place } from './place.js';
import { startServer, type OwnServer } from './server.js';

const LARGE = Array.from({ length: 40_000 }, (_, at) => `söz${at * 7919}`).join(' ');

describe.skipIf(!canStartServer())('documents that the server refuses', () => {
  let server: OwnServer;
  let place: Place;
  beforeAll(async () => {
    server = await startServer('--http-payload-size-limit', '300000');
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    place = makePlace(server);
  });
  afterEach(() => place.dispose());

  it('are named by our ids with its own reason, and the others are written', async () => {
    const engine = place.open();
    const small = Array.from({ length: 10 }, (_, at) => makeDocument({ id: `small${at}` }));
    const large = ['large1', 'large2'].map((id) => makeDocument({ id, body: LARGE }));
    const written = engine.upsert([...small.slice(0, 4), ...large, ...small.slice(4)]);
    const error: unknown = await written.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DocumentsRefusedError);
    expect(error).toMatchObject({
      code: 'document_refused',
      refusals: [
        { id: 'large1', reason: expect.stringContaining('payload') as unknown },
        { id: 'large2', reason: expect.stringContaining('payload') as unknown },
      ],
    });
    const ids = (await collect(engine.articles())).map(({ id }) => id);
    expect(ids.sort()).toEqual(small.map(({ article }) => article.id).sort());
    await engine.upsert([makeDocument({ id: 'large1', body: 'kiçik' })]);
    expect((await engine.get('large1'))?.body).toBe('kiçik');
  });

  it('are none among those to remove, were there even no index', async () => {
    expect(await place.open().remove(['a', 'b'])).toBe(0);
  });
});

import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../callers.js';
import { readEvents } from '../event-stream.js';
import { holdWrites } from '../holding.js';
import { openHouse, type House } from '../house.js';
import { comeIn, type Visitor } from './visitor.js';

let house: House;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = comeIn(house, { role: 'editor', name: 'Gecə <növbəsi>' });
});
afterAll(() => house.close());

const upload = (text: string, type: string) =>
  request(house.app)
    .post('/desk/import')
    .set({ Cookie: editor.cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type })
    .send(text);

const idOf = (address = ''): string => /\/desk\/runs\/([^?]+)/.exec(address)?.[1] ?? '';

/** The page of a run when it has ended. */
async function pageOf(address: string): Promise<string> {
  await house.service.jobs.wait(idOf(address), 60_000);
  return (await editor.get(address)).text;
}

describe('a file of articles', () => {
  it('as CSV is written, and bad records are told with line, field and reason', async () => {
    const csv = [
      'id;title;body;date;topics',
      'csv-1;Yeni park;"Bakıda park\nsalınıb.";23.10.2025;ekologiya|cemiyyet',
      'csv-2;Pis tarix;Mətn;dünən;',
      'csv-3;Az sütun',
      'csv-4;<b>Qalın</b>;;;',
    ].join('\n');
    const sent = await upload(csv, 'text/csv');
    expect(sent.status).toBe(201);
    const page = await pageOf(sent.headers['location'] ?? '');
    expect(page).toContain('2 yazıldı, 2 kənarda qaldı');
    expect(page).toMatch(/<td data-label="Sətir">4<\/td><td data-label="Sahə"><code>date<\/code>/);
    expect(page).toContain('Tarix oxunmur');
    expect(page).toMatch(/<td data-label="Sətir">5<\/td>.*expected 5 columns/);
    expect(await house.service.engine.get('csv-1')).toMatchObject({
      body: 'Bakıda park\nsalınıb.',
      date: '2025-10-23T00:00:00+04:00',
      topics: ['ekologiya', 'cemiyyet'],
    });
  });

  it('as NDJSON without a mistake says so', async () => {
    const sent = await upload(
      '{"id":"nd-1","title":"Bir"}\n{"id":"nd-2","title":"İki"}',
      'application/x-ndjson',
    );
    expect(await pageOf(sent.headers['location'] ?? '')).toContain('Bütün yazılar qəbul olundu');
  });

  it('of another kind is refused in words', async () => {
    const { status, text } = await upload('a', 'application/pdf');
    expect(status).toBe(415);
    expect(text).toContain('<h1>');
  });

  it('is taken from our own pages alone', async () => {
    const { status } = await request(house.app)
      .post('/desk/import')
      .set({ Cookie: editor.cookie, 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'text/csv' })
      .send('id,title\nx,y');
    expect(status).toBe(403);
  });
});

describe('reindexing', () => {
  it('is asked for, done, and kept in the history with who asked', async () => {
    const asked = await editor.post('/desk/runs', { kind: 'reindex' });
    expect(asked.status).toBe(303);
    const { documents } = await house.service.engine.stats();
    const page = await pageOf(asked.headers['location'] ?? '');
    expect(page).toContain(`${documents} təhlil olundu`);
    const { text } = await editor.get('/desk/runs?kind=reindex&status=succeeded');
    expect(text).toContain('Gecə &lt;növbəsi>');
    expect(text).toContain(asked.headers['location']);
    const other = await editor.get('/desk/runs?kind=reindex&status=failed');
    expect(other.text).not.toContain(asked.headers['location']);
    expect(other.text).toContain('Belə iş yoxdur');
  });

  it('of another kind than there is is refused', async () => {
    expect((await editor.post('/desk/runs', { kind: 'documents.delete' })).status).toBe(400);
  });
});

describe('going back', () => {
  it('is not offered where no former index is kept, and refused in words', async () => {
    const { text } = await editor.get('/desk/runs');
    expect(text).not.toContain('href="/desk/runs/rollback"');
    expect(text).toContain('əvvəlki indeksi saxlamır');
    const refused = await editor.post('/desk/runs', { kind: 'rollback' });
    expect([refused.status, refused.text.includes('<h1>')]).toEqual([409, true]);
  });

  it('asks first', async () => {
    const { text } = await editor.get('/desk/runs/rollback');
    expect(text).toContain('Əvvəlki indeksə qayıdılsın?');
    expect(text).toContain('name="kind" value="rollback"');
  });
});

describe('a run that is under way', () => {
  it('is shown, and can be canceled', async () => {
    const held = holdWrites(house.service);
    try {
      const sent = await upload('{"id":"c-1","title":"Bir"}', 'application/x-ndjson');
      await held.full;
      const { text } = await editor.get('/desk/runs');
      expect(text).toContain('İndi gedən iş');
      expect(text).toContain(`data-events="/desk/runs/${idOf(sent.headers['location'])}/events"`);
      const waiting = await editor.post('/desk/runs', { kind: 'reindex' });
      const address = waiting.headers['location'] ?? '';
      expect((await editor.get(address)).text).toContain('Növbəsini gözləyir');
      expect((await editor.get('/desk/runs')).text).toContain('artıq gedir və ya növbədədir');
      expect((await editor.post(`${address}/cancel`)).status).toBe(303);
      expect((await editor.get(address)).text).toContain('dayandırıldı');
    } finally {
      held.open();
    }
  });

  it('tells what becomes of it to whoever has a session', async () => {
    const { url, close } = await listen(house.app);
    try {
      const asked = await editor.post('/desk/runs', { kind: 'reindex' });
      const path = `${url}/desk/runs/${idOf(asked.headers['location'])}/events`;
      const stranger = await fetch(path, { headers: { 'Sec-Fetch-Mode': 'cors' } });
      expect(stranger.status).toBe(401);
      const statuses: string[] = [];
      const answer = await fetch(path, { headers: { Cookie: editor.cookie } });
      for await (const { job } of readEvents(answer)) statuses.push(job.status);
      expect(statuses.at(-1)).toBe('succeeded');
    } finally {
      await close();
    }
  });

  it('that nobody knows is not there', async () => {
    expect((await editor.get('/desk/runs/yox')).status).toBe(404);
    expect((await editor.get('/desk/runs/yox/events')).status).toBe(404);
    expect((await editor.post('/desk/runs/yox/cancel')).status).toBe(404);
  });
});

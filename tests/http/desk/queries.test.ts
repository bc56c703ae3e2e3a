import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQueryLog } from '../../../src/query-log/query-log.js';
import { openHouse, type House } from '../house.js';
import { comeIn, cookieOf, visitorOf, type Visitor } from './visitor.js';

const DAY_MS = 86_400_000;

let house: House;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = comeIn(house);
  const count = async (daysAgo: number, work: (log: ReturnType<typeof openQueryLog>) => void) => {
    const log = openQueryLog({
      file: join(house.dataDir, 'queries.db'),
      analyzer: house.service.analyzer,
      now: () => Date.now() - daysAgo * DAY_MS,
    });
    work(log);
    await log.close();
  };
  await count(40, (log) => {
    for (let times = 0; times < 3; times++) log.searched({ q: 'köhnə sorğu', total: 5 });
  });
  await count(2, (log) => {
    for (let times = 0; times < 4; times++) log.searched({ q: 'bakı metrosu', total: 5 });
    for (let times = 0; times < 3; times++) log.searched({ q: 'Tramb', total: 0 });
    for (let times = 0; times < 2; times++) log.searched({ q: '=1+1 <b>x</b>', total: 0 });
    log.searched({ q: 'bir dəfə', total: 0 });
    log.opened({ q: 'bakı metrosu' });
  });
});
afterAll(() => house.close());

const open = async (query = '', who = editor) => (await who.get(`/desk/queries?${query}`)).text;

describe('the lists', () => {
  it('hold what was asked in the period', async () => {
    expect(await open('days=90')).toContain('köhnə sorğu');
    const month = await open();
    expect(month).toContain('bakı metrosu');
    expect(month).not.toContain('köhnə sorğu');
    expect(await open('days=7&list=empty')).not.toContain('bakı metrosu');
  });

  it('lead from a query that found nothing to a synonym and to the search', async () => {
    const text = await open('list=empty');
    expect(text).toContain('href="/desk/words/new?phrase=Tramb"');
    expect(text).toContain('href="/?q=Tramb"');
    expect(text).not.toContain('bir dəfə');
  });

  it('tell of queries of which nobody opened anything', async () => {
    expect(await open('list=unopened&days=90')).toContain('köhnə sorğu');
    expect(await open('list=unopened&days=90')).not.toContain('bakı metrosu');
  });

  it('say in English what is kept and what is not', async () => {
    const text = await open('hl=en');
    expect(text).toContain('Not kept: who made it, IP addresses');
  });

  it.each(['days=1e9', 'days=-1&list=x', 'q[]=1', `q=${'a'.repeat(600)}`, 'q=%00'])(
    'bear %s',
    async (query) => {
      expect((await editor.get(`/desk/queries?${query}`)).status).toBe(200);
    },
  );
});

describe('the picture', () => {
  it('has a name, and its figures stand in a table too', async () => {
    const text = await open('days=7');
    expect(text).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-title"/);
    const title = /<title id="chart-title">([^<]*)</.exec(text)?.[1];
    expect(title).toContain('cəmi 10 axtarış, 6 nəticəsiz');
    expect(text.match(/<rect class="found"/g)).toHaveLength(7);
    expect(text).not.toMatch(/\sstyle=/);
  });

  it('is of one query when asked', async () => {
    const text = await open('days=7&q=TRAMB');
    expect(/<title id="chart-title">([^<]*)</.exec(text)?.[1]).toContain('cəmi 3 axtarış');
  });
});

describe('the file', () => {
  it('has the lines of a list, and nothing that a spreadsheet would reckon', async () => {
    const { headers, text } = await editor.get('/desk/queries.csv?list=empty&days=7');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="axtar-empty-[\d-]+\.csv"$/,
    );
    expect(text.replace('\u{feff}', '').split('\r\n')).toEqual([
      'query,searches,withoutResults,opened,corrected',
      'Tramb,3,3,0,0',
      "'=1+1 <b>x</b>,2,2,0,0",
      '',
    ]);
  });

  it('has the days', async () => {
    const { text } = await editor.get('/desk/queries.csv?list=days&days=90');
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });
});

describe('a log that is off', () => {
  it('is told of, and how to switch it on', async () => {
    const quiet = await openHouse({ AXTAR_QUERY_LOG: 'off' });
    const text = await open('', comeIn(quiet));
    await quiet.close();
    expect(text).toContain('AXTAR_QUERY_LOG=on');
    expect(await open()).not.toContain('AXTAR_QUERY_LOG=on');
  });
});

describe('whoever may not', () => {
  it.each(['/desk/queries', '/desk/queries.csv'])('reads nothing at %s', async (path) => {
    const { key } = house.service.keys.create({ role: 'search' });
    expect((await visitorOf(house.app, cookieOf(key)).get(path)).status).toBe(403);
    expect((await visitorOf(house.app).get(path)).status).toBe(303);
  });
});

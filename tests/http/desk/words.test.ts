import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import { openHouse, type House } from '../house.js';
import { comeIn, cookieOf, visitorOf, type Visitor } from './visitor.js';

let house: House;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  const { engine, toDocument } = house.service;
  const draft = { body: '', topics: [], lang: 'az' };
  await engine.upsert(
    [
      { ...draft, id: 'one', title: 'Qarabulaq kəndində bayram' },
      { ...draft, id: 'two', title: 'Ağbulaq kəndində bayram' },
    ].map(toDocument),
  );
  editor = comeIn(house);
});
afterAll(() => house.close());
beforeEach(() => {
  if (house.service.words.history().length > 0) house.service.words.undo(0);
});

const village = { mode: 'mutual', head: 'Qarabulaq', members: 'Ağbulaq' };
const NEW = '/desk/words/new';
const groupOf = (id: string): SynonymGroup | undefined =>
  house.service.words.effective().find((group) => group.id === id);
const valueOf = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Opens a group and sends its form with other fields. */
async function change(id: string, fields: Record<string, string>) {
  const { text } = await editor.get(`/desk/words/groups/${id}`);
  const group = groupOf(id);
  if (!group) throw new Error(`There is no group ${id}.`);
  const { head, mode, members } = group;
  const form = { id, opened: valueOf(text, 'opened'), head, mode, members: members.join('\r\n') };
  return editor.post(`/desk/words/groups/${id}`, { ...form, ...fields });
}

describe('the list of groups', () => {
  it.each(['Tramp', 'TRUMP', 'Трамп', 'trampın'])('finds a name by %s', async (q) => {
    const { text } = await editor.get(`/desk/words?${new URLSearchParams({ q })}`);
    expect(text).toContain('/desk/words/groups/trump');
    expect(text).not.toContain('/desk/words/groups/biden"');
  });

  it('is narrowed by origin and by file', async () => {
    await editor.post(NEW, village);
    await change('trump', { mode: 'off' });
    const listed = async (query: string) => (await editor.get(`/desk/words?${query}`)).text;
    expect(await listed('origin=added')).toContain('/groups/qarabulaq"');
    expect(await listed('origin=added')).not.toContain('/groups/trump"');
    expect(await listed('origin=off&q=Tramp')).toContain('/groups/trump"');
    expect(await listed('origin=shipped&q=Tramp')).not.toContain('/groups/trump"');
    expect(await listed('file=synonyms.json&q=Bayden')).not.toContain('/groups/biden"');
  });

  it.each(['page=0', 'page=x&origin=y', 'q[]=a', 'file=%00', `q=${'ə'.repeat(300)}`])(
    'bears %s',
    async (query) => {
      expect((await editor.get(`/desk/words?${query}`)).status).toBe(200);
    },
  );

  it('offers a new group for a phrase that no group has', async () => {
    const { text } = await editor.get('/desk/words?q=Qqqqz');
    expect(text).toContain('/desk/words/new?phrase=Qqqqz');
  });
});

describe('a group that is saved', () => {
  it('works at once, and the history says who did it and why', async () => {
    const response = await editor.post(NEW, { ...village, why: 'Eyni kəndin iki adı' });
    const { number } = house.service.words.history()[0] ?? {};
    expect([response.status, response.headers['location']]).toEqual([
      303,
      `/desk/words/groups/qarabulaq?done=saved&version=${number}`,
    ]);
    const found = await request(house.app).get('/v1/search?q=Qarabulaq');
    expect(found.body).toMatchObject({ totalHits: 2 });
    const { text } = await editor.get('/desk/words/history');
    expect(text).toContain('Redaksiya');
    expect(text).toContain('Eyni kəndin iki adı');
  });

  it('keeps every field', async () => {
    const group = {
      id: 'qarabulaq',
      mode: 'oneway',
      head: 'Qarabulaq',
      members: ['Ağbulaq', 'QBQ'],
      cased: ['QBQ'],
      everyday: true,
      note: 'Qeyd.',
    };
    const fields = { mode: 'oneway', members: ' Ağbulaq\r\n\r\nQBQ ', cased: 'QBQ', everyday: '1' };
    await editor.post(NEW, { ...village, ...fields, note: 'Qeyd.' });
    expect(groupOf('qarabulaq')).toEqual(group);
    expect((await change('qarabulaq', { ...fields, note: 'Qeyd.' })).headers['location']).toContain(
      'done=unchanged',
    );
  });

  it('of what is shipped can be as it was shipped again', async () => {
    const shipped = groupOf('trump');
    await change('trump', { members: 'Trump\nTrambo' });
    expect(groupOf('trump')?.members).toEqual(['Trump', 'Trambo']);
    await change('trump', { intent: 'unset' });
    expect(groupOf('trump')).toEqual(shipped);
  });

  it('of our own can be removed', async () => {
    await editor.post(NEW, village);
    const response = await change('qarabulaq', { intent: 'unset' });
    expect(response.headers['location']).toBe('/desk/words?done=dropped');
    expect(groupOf('qarabulaq')).toBeUndefined();
  });

  it('meanwhile by somebody else is shown, and nothing is lost', async () => {
    const { text } = await editor.get('/desk/words/groups/trump');
    await change('trump', { members: 'Trump\nTrambo' });
    const fields = { id: 'trump', mode: 'mutual', head: 'Tramp', members: 'Trump\nTrampo' };
    const opened = valueOf(text, 'opened');
    const conflict = await editor.post('/desk/words/groups/trump', { ...fields, opened });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Trambo');
    expect(conflict.text).toContain('Trampo');
    const again = valueOf(conflict.text, 'opened');
    await editor.post('/desk/words/groups/trump', { ...fields, opened: again });
    expect(groupOf('trump')?.members).toEqual(['Trump', 'Trampo']);
  });
});

describe('a form that cannot be saved', () => {
  it.each([
    ['no head', { head: ' ' }, 'head', 'hərf və ya rəqəm'],
    ['no members', { members: '\n' }, 'members', 'Ən azı bir'],
    ['a member without letters', { members: '…' }, 'members', 'hərf və ya rəqəm yoxdur'],
    ['a member twice', { members: 'Ağbulaq\nAGBULAQ' }, 'members', 'təkrardır'],
    ['a cased phrase of nowhere', { cased: 'QBQ' }, 'cased', 'arasında yoxdur'],
    ['a word too long', { members: 'a'.repeat(201) }, 'members', '200 işarə'],
    ['a phrase of another group', { members: 'Trump' }, 'members', 'artıq başqa qrupdadır'],
    ['only stop words', { members: 'və' }, 'members', 'köməkçi söz'],
  ])('says at the field what is wrong: %s', async (_, fields, field, words) => {
    const { status, text } = await editor.post(NEW, { ...village, ...fields });
    expect(status).toBe(422);
    const error = new RegExp(`id="${field}-error">([^<]*)<`).exec(text)?.[1];
    expect(error).toContain(words);
    expect(groupOf('qarabulaq')).toBeUndefined();
  });

  it('because it leads in a circle says so at the mode', async () => {
    await editor.post(NEW, { ...village, mode: 'oneway' });
    const back = { mode: 'oneway', head: 'Ağbulaq', members: 'Qarabulaq' };
    const { status, text } = await editor.post(NEW, back);
    expect(status).toBe(422);
    expect(/id="mode-error">([^<]*)</.exec(text)?.[1]).toContain('dövrə vurur');
  });

  it('is told in English on an English page', async () => {
    const { text } = await editor.post(`${NEW}?hl=en`, { ...village, members: 'Trump' });
    expect(text).toContain('in another group already');
  });
});

describe('a warning', () => {
  const wordy = { mode: 'oneway', head: 'Qarabulaq', members: 'Qarabulaq kəndi\nAğbulaq' };

  it('is shown once, and then the group is saved all the same', async () => {
    const asked = await editor.post(NEW, wordy);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Yenə də yadda saxla');
    expect(groupOf('qarabulaq')).toBeUndefined();
    const accepted = valueOf(asked.text, 'accepted');
    expect((await editor.post(NEW, { ...wordy, accepted })).status).toBe(303);
    expect(groupOf('qarabulaq')?.members).toEqual(['Qarabulaq kəndi', 'Ağbulaq']);
  });

  it('of another kind is not taken for one that was seen', async () => {
    const accepted = valueOf((await editor.post(NEW, wordy)).text, 'accepted');
    const other = { ...wordy, members: 'Qarabulaq rayonu\nAğbulaq', accepted };
    expect((await editor.post(NEW, other)).status).toBe(422);
  });
});

describe('trying a change', () => {
  it('shows both answers and saves nothing', async () => {
    const { status, text } = await editor.post('/desk/words/try', { ...village, q: 'Qarabulaq' });
    expect(status).toBe(200);
    const [before = '', after = ''] = text.split('id="side-after"');
    expect(before).toContain('1 məqalə');
    expect(after).toContain('2 məqalə');
    expect(after).toContain('>yeni<');
    expect(house.service.words.effective().some(({ id }) => id === 'qarabulaq')).toBe(false);
  });

  it('says of a query that it does not change that it stays', async () => {
    const { text } = await editor.post('/desk/words/try', { ...village, q: 'neft' });
    expect(text).toContain('nəticəsi dəyişmir');
  });
});

describe('the history', () => {
  const undo = (number: number, intent = 'undo') =>
    editor.post('/desk/words/history', { number: String(number), intent });
  const newest = () => house.service.words.history()[0]?.number ?? 0;

  it('takes back one version, though others came after it', async () => {
    await editor.post(NEW, village);
    const first = newest();
    await change('trump', { members: 'Trump\nTrambo' });
    const { status, headers } = await undo(first);
    expect([status, headers['location']]).toEqual([
      303,
      `/desk/words/history?done=undone&version=${first + 2}`,
    ]);
    expect(groupOf('qarabulaq')).toBeUndefined();
    expect(groupOf('trump')?.members).toEqual(['Trump', 'Trambo']);
  });

  it('does not take back what was changed again', async () => {
    await change('trump', { members: 'Trump\nTrambo' });
    const first = newest();
    await change('trump', { members: 'Trump\nTrampo' });
    const { status, text } = await undo(first);
    expect(status).toBe(409);
    expect(text).toContain('Əvvəlcə onu geri alın');
    expect(groupOf('trump')?.members).toEqual(['Trump', 'Trampo']);
  });

  it('brings everything back to what it was', async () => {
    await editor.post(NEW, village);
    const first = newest();
    await change('trump', { mode: 'off' });
    await undo(first, 'restore');
    expect(groupOf('trump')?.mode).toBe('mutual');
    expect(groupOf('qarabulaq')).toBeDefined();
  });

  it('says of a version that it does not know that it is gone', async () => {
    const { status, text } = await undo(999_999);
    expect(status).toBe(409);
    expect(text).toContain('saxlanılmır');
  });
});

describe('hostile input', () => {
  it('is shown as text', async () => {
    const evil = '<script>alert(1)</script>"\'';
    const { text } = await editor.post('/desk/words/try', {
      ...village,
      head: evil,
      note: evil,
      q: evil,
    });
    expect(text).not.toContain('<script>alert');
    await editor.post(NEW, { ...village, head: evil, why: evil });
    expect((await editor.get('/desk/words/history')).text).not.toContain('<script>alert');
    expect(
      (await editor.get(`/desk/words?${new URLSearchParams({ phrase: evil })}`)).text,
    ).not.toContain('<script>alert');
  });

  it.each([
    ['a field twice', { ...village, head: ['a', 'b'] }],
    ['a mode that is none', { ...village, mode: 'on' }],
  ])('%s is refused', async (_, fields) => {
    expect((await editor.post(NEW, fields)).status).toBe(400);
  });

  it.each(['__proto__', '..%2f', 'a'.repeat(200)])('no group is called %s', async (id) => {
    expect((await editor.get(`/desk/words/groups/${id}`)).status).toBe(404);
  });
});

describe('whoever may not', () => {
  const paths = ['/desk/words', NEW, '/desk/words/groups/trump', '/desk/words/history'];
  it.each(paths)('reads nothing at %s', async (path) => {
    const { key } = house.service.keys.create({ role: 'search' });
    expect((await visitorOf(house.app, cookieOf(key)).get(path)).status).toBe(403);
    expect((await visitorOf(house.app).get(path)).status).toBe(303);
  });

  it.each([NEW, '/desk/words/try', '/desk/words/groups/trump', '/desk/words/history'])(
    'writes nothing from elsewhere to %s',
    async (path) => {
      const response = await request(house.app)
        .post(path)
        .set({ Cookie: editor.cookie, 'Sec-Fetch-Site': 'cross-site' })
        .type('form')
        .send(village);
      expect(response.status).toBe(403);
    },
  );
});

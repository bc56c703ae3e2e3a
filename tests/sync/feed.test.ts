import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL, makePlace, runOne, type Place } from './place.js';
import { longText, openPortal, pageOf, rssOf, type Portal } from './portal.js';

let portal: Portal;
let place: Place;
beforeEach(async () => {
  portal = await openPortal();
  place = makePlace();
});
afterEach(async () => {
  await place.close();
  await portal.close();
});

const addFeed = (content: 'auto' | 'item' | 'page' = 'auto') => {
  const sync = place.open();
  sync.add({ id: 'xeber', kind: 'feed', url: `${portal.origin}/rss.xml`, content, ...LOCAL });
  return sync;
};

const offer = (...items: Parameters<typeof rssOf>[1]) =>
  portal.pages.set('/rss.xml', rssOf(portal.origin, items));

test('takes items with their full text as they are, and reads the pages of the others', async () => {
  const full = `<p>${longText('park')}</p><p>${longText('bağ')}</p>`;
  offer(
    { path: '/1', title: 'Yeni park açılıb', content: full },
    { path: '/2', title: 'Yol təmir edilir', summary: 'Qısa xülasə…' },
  );
  portal.pages.set('/2', pageOf('Yol təmir edilir', longText('yol')));
  const report = await runOne(addFeed(), 'xeber');
  expect(report).toMatchObject({ outcome: 'done', added: 2, failed: 0 });
  expect(place.titles()).toEqual(['Yeni park açılıb', 'Yol təmir edilir']);
  expect(portal.asked).toEqual(['/rss.xml', '/2']);
  const park = [...place.engine.documents.values()].map(({ article }) => article).at(-1);
  expect(park).toMatchObject({
    date: '2025-03-03T10:00:00+04:00',
    url: `${portal.origin}/1`,
    body: `${longText('park')}\n\n${longText('bağ')}`,
  });
});

test('pushes nothing twice: a second run asks for the feed alone', async () => {
  offer({ path: '/1', title: 'Yol təmir edilir', summary: 'Qısa.' });
  portal.pages.set('/1', pageOf('Yol təmir edilir', longText('yol')));
  const sync = addFeed();
  await runOne(sync, 'xeber');
  portal.asked.length = 0;
  expect(await runOne(sync, 'xeber')).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect(portal.asked).toEqual(['/rss.xml']);
});

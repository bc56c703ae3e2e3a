import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { index } from './instantsearch.js';
import { onBothEngines, type Served } from './serve.js';
import {
  DRAWN,
  eventually,
  makeWidget,
  SearchPage,
  type PageOptions,
  type WidgetOf,
} from './widgets.js';

const TOPICS: WidgetOf = {
  kind: 'list',
  name: 'topics',
  settings: { attribute: 'topic', operator: 'or' },
};
const configure = (searchParameters: object): WidgetOf => ({
  kind: 'configure',
  settings: { searchParameters },
});
const AUTHORS: WidgetOf = { kind: 'list', name: 'authors', settings: { attribute: 'author' } };

function open(served: Served, widgets: readonly WidgetOf[], options?: PageOptions): SearchPage {
  const page = new SearchPage(served, [{ kind: 'hits' }, { kind: 'box' }, ...widgets], options);
  onTestFinished(() => page.search.dispose());
  return page;
}

onBothEngines((served) => {
  it('searches as somebody types, and highlights what is met in any spelling', async () => {
    const page = open(served(), []);
    await eventually(() => expect(page.ids()).toHaveLength(8));
    page.drawn(DRAWN.box, 'box').refine('tokaev');
    await eventually(() => expect(page.ids().sort()).toEqual(['gorush', 'sefer']));
    const titles = page
      .drawn(DRAWN.hits, 'hits')
      .items.map((hit) => hit._highlightResult?.['title']);
    expect(titles).toContainEqual({ value: '<mark>Tokayev</mark> Bakıya səfər edib' });
    expect(titles).toContainEqual({ value: '<mark>Токаев</mark> илә ҝөрүш кечирилди' });
  });

  it('lets InstantSearch escape what is HTML in an article', async () => {
    const page = open(served(), [], { begin: { query: 'düymə' } });
    await eventually(() => expect(page.ids()).toEqual(['duyme']));
    const { body } = page.drawn(DRAWN.hits, 'hits').items[0]?._highlightResult ?? {};
    const { value } = z.object({ value: z.string() }).parse(body);
    expect(value).toContain('&lt;script&gt;alert(&#39;<mark>düymə</mark>&#39;)');
  });

  it('counts the values beside those that were chosen, and other facets under them', async () => {
    const page = open(served(), [TOPICS, AUTHORS]);
    const all = { Enerji: 2, Nəqliyyat: 2, 'Xarici siyasət': 2, Ekologiya: 1, Texnologiya: 1 };
    await eventually(() => expect(page.counts('topics')).toMatchObject(all));
    page.drawn(DRAWN.list, 'topics').refine('Enerji');
    await eventually(() => expect(page.ids().sort()).toEqual(['kulek', 'neft']));
    expect(page.counts('topics')).toMatchObject(all);
    expect(page.counts('authors')).toEqual({ 'Aysel Rəhimli': 1 });
    page.drawn(DRAWN.list, 'topics').refine('Nəqliyyat');
    await eventually(() => expect(page.ids()).toHaveLength(4));
    expect(page.counts('authors')).toEqual({ 'Aysel Rəhimli': 3 });
  });

  it('finds every spelling of an author by the one that is shown', async () => {
    const page = open(served(), [AUTHORS]);
    await eventually(() => expect(page.counts('authors')).toHaveProperty('Müşfiq Səfərov'));
    page.drawn(DRAWN.list, 'authors').refine('Müşfiq Səfərov');
    await eventually(() => expect(page.ids().sort()).toEqual(['gorush', 'sefer']));
  });

  it('searches in the values of a list', async () => {
    const page = open(served(), [AUTHORS]);
    await eventually(() => expect(Object.keys(page.counts('authors'))).toHaveLength(2));
    page.drawn(DRAWN.list, 'authors').searchForItems('rehim');
    await eventually(() => expect(page.counts('authors')).toEqual({ 'Aysel Rəhimli': 3 }));
  });

  it('knows the ends of time, and narrows it', async () => {
    const page = open(served(), [{ kind: 'range', settings: { attribute: 'timestamp' } }]);
    const [min, max] = ['2022-03-20T10:00:00+04:00', '2025-10-23T17:08:00+04:00'].map(
      (instant) => Date.parse(instant) / 1000,
    );
    await eventually(() => expect(page.drawn(DRAWN.range, 'range').range).toEqual({ min, max }));
    page.drawn(DRAWN.range, 'range').refine([1_672_520_400, 1_704_056_399]);
    await eventually(() => expect(page.ids()).toEqual(['kulek', 'neft']));
    expect(page.drawn(DRAWN.range, 'range').range).toEqual({ min, max });
  });

  it('sorts by date', async () => {
    const { index: uid } = served();
    const items = ['', ':timestamp:asc', ':date:desc'].map((rule) => ({
      label: rule,
      value: `${uid}${rule}`,
    }));
    const page = open(served(), [{ kind: 'sort', settings: { items } }], {
      begin: { query: 'aysel ' },
    });
    await eventually(() => expect(page.ids()).toHaveLength(3));
    page.drawn(DRAWN.sort, 'sort').refine(`${uid}:timestamp:asc`);
    await eventually(() => expect(page.ids()).toEqual(['kulek', 'koridor', 'dehliz']));
    page.drawn(DRAWN.sort, 'sort').refine(`${uid}:date:desc`);
    await eventually(() => expect(page.ids()).toEqual(['dehliz', 'koridor', 'kulek']));
  });

  it('counts pages', async () => {
    const page = open(
      served(),
      [{ kind: 'pages' }, { kind: 'stats' }, configure({ hitsPerPage: 3 })],
      {
        client: { finitePagination: true },
      },
    );
    await eventually(() => expect(page.drawn(DRAWN.pages, 'pages').nbPages).toBe(3));
    expect(page.ids()).toEqual(['sefer', 'gorush', 'dehliz']);
    expect(page.drawn(DRAWN.stats, 'stats').nbHits).toBe(8);
    page.drawn(DRAWN.pages, 'pages').refine(2);
    await eventually(() => expect(page.ids()).toEqual(['duyme', 'kosmos']));
  });

  it('goes on without counting pages', async () => {
    const page = open(served(), [{ kind: 'more' }, configure({ hitsPerPage: 5 })]);
    const seen = () => page.drawn(DRAWN.more, 'more').items.map(({ id }) => id);
    await eventually(() => expect(seen()).toHaveLength(5));
    expect(page.drawn(DRAWN.more, 'more').isLastPage).toBe(false);
    page.drawn(DRAWN.more, 'more').showMore();
    await eventually(() => expect(new Set(seen()).size).toBe(8));
    expect(page.drawn(DRAWN.more, 'more').isLastPage).toBe(true);
  });

  it('answers several lists of hits at once', async () => {
    const page = open(served(), []);
    const { index: uid } = served();
    const other = index({ indexName: uid, indexId: 'energy' });
    other.addWidgets([makeWidget(configure({ filters: 'topic = Enerji' }), () => () => undefined)]);
    page.search.addWidgets([other]);
    await eventually(() => expect(page.ids()).toHaveLength(8));
    await eventually(() =>
      expect(other.getResults()?.hits).toMatchObject([{ id: 'kulek' }, { id: 'neft' }]),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineError, type EngineStats } from '../../../indexer/engine.js';
import type { Article } from '../../../indexer/article.js';
import { loadLexicon } from '../../../indexer/lexicon/lexicon.js';
import { composeIndexing } from '../../../src/compose.js';
import { SuggestRequest } from '../../../src/search/suggest/request.js';
import { SuggestResponse } from '../../../src/search/suggest/response.js';
import { createSuggester, type Suggester } from '../../../src/search/suggest/suggester.js';
import { makeArticle } from '../../contract/test-index.js';
import { ARTICLES } from './articles.data.js';

const { analyzer, topics } = composeIndexing();
const lexicon = loadLexicon();
const NEWS = ARTICLES.map((draft) => makeArticle({ ...draft, topics: [...draft.topics] }));

/** An index of these articles; each change of `updatedAt` is a write. */
const indexOf = (articles: readonly Article[], updatedAt = '2025-01-01T00:00:00Z') => ({
  // eslint-disable-next-line @typescript-eslint/require-await
  articles: async function* () {
    yield* articles;
  },
  stats: (): Promise<EngineStats> =>
    Promise.resolve({
      documents: articles.length,
      words: 0,
      bytes: 0,
      revision: '1',
      analysis: '',
      updatedAt,
    }),
});

const suggesterOf = (engine: ReturnType<typeof indexOf>): Suggester =>
  createSuggester({ engine, analyzer, lexicon, topics });

describe('suggestions', () => {
  const suggester = suggesterOf(indexOf(NEWS));
  beforeAll(() => suggester.refresh());
  afterAll(() => suggester.close());

  const ask = (q: string, options: Record<string, string> = {}) =>
    suggester.suggest(SuggestRequest.parse({ q, ...options }));
  const textsOf = async (q: string, options: Record<string, string> = {}) =>
    (await ask(q, options)).suggestions.map(({ text }) => text);

  it.each([
    ['as it begins', 'tok'],
    ['by its first name', 'kas'],
    ['in Cyrillic', 'Ток'],
    ['in two scripts', 'токa'],
    ['in another spelling', 'Toqay'],
    ['on the wrong keyboard', 'ещл'],
    ['both names, the other way round', 'tokayev kas'],
    ['without the hyphen', 'kasım jom'],
  ])('give a name: %s', async (_, q) => {
    expect((await textsOf(q))[0]).toBe('Kasım-Jomart Tokayev');
  });

  it.each([
    ['without diacritics', 'eliy'],
    ['with a for ə', 'al'],
    ['in Russian', 'Алие'],
    ['after the first name', 'elcin al'],
  ])('give what has ə %s', async (_, q) => {
    expect(await textsOf(q)).toContain('Elçin Əliyev');
  });

  it('show a phrase without endings, with the number of its titles', async () => {
    const [first] = (await ask('elç', { kinds: 'phrase' })).suggestions;
    expect(first).toMatchObject({ kind: 'phrase', text: 'Elçin Əliyev', count: 2 });
  });

  it('mark what was typed, and nothing else is HTML', async () => {
    const [name] = (await ask('tok')).suggestions;
    expect(name?.html).toBe('Kasım-Jomart <mark>Tok</mark>ayev');
    const [title] = (await ask('nec', { kinds: 'title' })).suggestions;
    expect(title?.html).toBe('İşarə &lt;b&gt;<mark>nec</mark>ə&lt;/b&gt; qoyulur');
  });

  it('give authors in any spelling, one for all spellings of the name', async () => {
    const { suggestions } = await ask('Мушф', { kinds: 'author' });
    expect(suggestions).toMatchObject([{ kind: 'author', text: 'Müşfiq Səfərov', count: 3 }]);
    expect(suggestions[0]?.id).toBeDefined();
  });

  it('give topics by name, with their id', async () => {
    const { suggestions } = await ask('mede', { kinds: 'topic' });
    expect(suggestions).toMatchObject([{ kind: 'topic', id: 'medeniyyet', count: 2 }]);
  });

  it('give titles that begin so before those that have it inside, and newer ones first', async () => {
    const { suggestions } = await ask('tok', { kinds: 'title' });
    expect(suggestions.map(({ id }) => id)).toEqual(['kohne', 'gorus', 'sefer']);
  });

  it('need every word, each met by a word of its own', async () => {
    expect(await textsOf('toyuq qiy', { kinds: 'title' })).toEqual(['Toyuq ətinin qiyməti artıb']);
    expect(await textsOf('toyuq bakı')).toEqual([]);
    expect(await textsOf('toyuq t', { kinds: 'title' })).toEqual([]);
  });

  it('take a word as complete when a space follows', async () => {
    expect(await textsOf('toy ')).toEqual([]);
    expect(await textsOf('toyuq ')).toEqual(['Toyuq ətinin qiyməti artıb']);
  });

  it('say which keyboard was meant', async () => {
    const { query } = await ask('ещл');
    expect(query).toEqual({ q: 'ещл', layout: { text: 'tok', from: 'ru', to: 'az' } });
  });

  it.each([[''], ['   '], ['!!!'], ['"'], ['хххххх']])('have none for %j', async (q) => {
    expect((await ask(q)).suggestions).toEqual([]);
  });

  it('are no more than asked for, and of no other kinds', async () => {
    expect(await textsOf('e', { limit: '1' })).toHaveLength(1);
    const { suggestions } = await ask('e', { kinds: 'topic,author' });
    expect(suggestions.filter(({ kind }) => kind === 'title' || kind === 'phrase')).toEqual([]);
  });

  it('have the shape that is documented', async () => {
    expect(SuggestResponse.safeParse(await ask('ещл')).error).toBeUndefined();
  });
});

describe('keeping in step with the index', () => {
  it('refreshes when the index has changed', async () => {
    const engine = indexOf(NEWS);
    const suggester = suggesterOf(engine);
    await suggester.refresh();
    const more = indexOf(
      [makeArticle({ id: 'yeni', title: 'Zəfəran bayramı' })],
      '2026-01-01T00:00:00Z',
    );
    Object.assign(engine, more);
    await suggester.refresh();
    const { suggestions } = await suggester.suggest(SuggestRequest.parse({ q: 'zəf' }));
    expect(suggestions.map(({ id }) => id)).toEqual(['yeni']);
    await suggester.close();
  });

  it('says that it is building when that takes long', async () => {
    const engine = indexOf(NEWS);
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = {
      ...engine,
      articles: async function* () {
        await gate;
        yield* engine.articles();
      },
    };
    const suggester = suggesterOf(slow);
    const early = await suggester.suggest(SuggestRequest.parse({ q: 'tok' }));
    expect(early).toMatchObject({ building: true, suggestions: [] });
    go();
    await suggester.refresh();
    const late = await suggester.suggest(SuggestRequest.parse({ q: 'tok' }));
    expect(late.building).toBeUndefined();
    expect(late.suggestions).not.toEqual([]);
    await suggester.close();
  });

  it('fails as the engine does while there is nothing yet', async () => {
    const down = () => Promise.reject(new EngineError('unavailable', 'down'));
    const suggester = suggesterOf({ ...indexOf(NEWS), stats: down });
    await expect(suggester.suggest(SuggestRequest.parse({ q: 'tok' }))).rejects.toThrow('down');
    await suggester.close();
  });

  it('keeps what it has while the engine is away', async () => {
    const engine = indexOf(NEWS);
    const suggester = suggesterOf(engine);
    await suggester.refresh();
    engine.stats = () => Promise.reject(new EngineError('unavailable', 'down'));
    await expect(suggester.refresh()).rejects.toThrow('down');
    const { suggestions } = await suggester.suggest(SuggestRequest.parse({ q: 'tok' }));
    expect(suggestions).not.toEqual([]);
    await suggester.close();
  });
});

describe('SuggestRequest', () => {
  it('fills in what is not said', () => {
    expect(SuggestRequest.parse({})).toEqual({
      q: '',
      limit: 8,
      kinds: ['phrase', 'author', 'topic', 'title'],
    });
  });

  it.each([
    ['kinds as a list', { kinds: 'title, author' }, { kinds: ['title', 'author'] }],
    ['kinds repeated', { kinds: ['title', 'author'] }, { kinds: ['title', 'author'] }],
    ['limit', { limit: '20' }, { limit: 20 }],
  ])('takes %s', (_, given, read) => {
    expect(SuggestRequest.parse(given)).toMatchObject(read);
  });

  it.each([
    ['limit', { limit: '21' }],
    ['limit', { limit: '0' }],
    ['limit', { limit: 'çox' }],
    ['kinds', { kinds: 'word' }],
    ['q', { q: 'ə'.repeat(513) }],
  ])('refuses %s: %j', (parameter, given) => {
    const paths = SuggestRequest.safeParse(given).error?.issues.map(({ path }) => path[0]);
    expect(new Set(paths)).toEqual(new Set([parameter]));
  });
});

import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { isSameStory, storyOf } from '../../src/search/story.js';
import { makeArticle, type Draft } from '../contract/test-index.js';

const tools = { analyzer: createAnalyzer(), lexicon: loadLexicon() };
const NOON = '2025-05-01T12:00:00+04:00';
const same = (a: Omit<Draft, 'id'>, b: Omit<Draft, 'id'>) =>
  isSameStory(
    storyOf(makeArticle({ id: 'a', date: NOON, ...a }), tools),
    storyOf(makeArticle({ id: 'b', date: NOON, ...b }), tools),
  );
const sameTitles = (a: string, b: string) => same({ title: a }, { title: b });

const body = (words: string) => Array.from({ length: 40 }, (_, at) => `${words}${at}`).join(' ');

describe('one story', () => {
  it.each([
    ['the same words', 'Şəkidə ipək sərgisi açılıb', 'Şəkidə ipək sərgisi açılıb'],
    ['other endings and order', 'Tovuzda körpü təmir olunur', 'Tovuzdakı körpünün təmiri'],
    ['labels of the page', 'Lerikdə bal bayramı keçirilib', 'Lerikdə bal bayramı keçirilib - FOTO'],
    ['another script', 'Bakıda Tokayev ilə görüş olub', 'Бакыда Токаев илә ҝөрүш олуб'],
    ['a word more', 'Göyçayda nar festivalı başlayıb', 'Göyçayda ənənəvi nar festivalı başlayıb'],
  ])('is told with %s', (_, a, b) => {
    expect(sameTitles(a, b)).toBe(true);
  });

  it.each([
    ['in another place', 'Lerikdə yanğın olub', 'Qubada yanğın olub'],
    ['of another number', 'Turnirdə 3 medal qazanılıb', 'Yarışda 9 medal qazanılıb'],
    ['of another name', 'Nazir Elçin Məmmədov istefa verib', 'Nazir Orxan Vəliyev istefa verib'],
    ['of another thing', 'Taxıl yığımı başa çatıb', 'Yeni stadion tikiləcək'],
    ['without words', '—', '—'],
  ])('is not one %s', (_, a, b) => {
    expect(sameTitles(a, b)).toBe(false);
  });

  it('is over after two days', () => {
    const title = 'Sabahın hava proqnozu açıqlanıb';
    const late = '2025-05-04T12:00:00+04:00';
    expect(same({ title }, { title })).toBe(true);
    expect(same({ title }, { title, date: late })).toBe(false);
  });

  it('is told by the body where a title says it otherwise', () => {
    const [a, b] = [
      'Lerikdə bal festivalı keçirilib',
      'Arıçıların bal bayramı Lerikdə olub, qonaqlar gəlib',
    ];
    expect(same({ title: a }, { title: b })).toBe(false);
    expect(same({ title: a, body: body('arı') }, { title: b, body: body('arı') })).toBe(true);
  });

  it('is told by the body alone where there is no date', () => {
    const [first, second] = ['arı', 'nar'].map((words) => {
      const { date, ...undated } = makeArticle({
        id: words,
        date: NOON,
        title: 'Əsas anlayışlar',
        body: body(words),
      });
      expect(date).toBe(NOON);
      return storyOf(undated, tools);
    });
    expect(first && second && isSameStory(first, second)).toBe(false);
    expect(first && isSameStory(first, first)).toBe(true);
  });
});

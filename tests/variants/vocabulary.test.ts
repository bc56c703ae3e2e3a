import { expect, it } from 'vitest';
import { createVocabularyBuilder, isName } from '../../indexer/variants/vocabulary.js';
import { analyzer, articlesOf } from './corpus.js';

function vocabularyOf(...titles: readonly string[]) {
  const builder = createVocabularyBuilder(analyzer);
  for (const article of articlesOf(titles)) builder.add(article);
  return builder.finish();
}

it('counts the inflections of a word together, and its articles', () => {
  const vocabulary = vocabularyOf('Bu kitab, o kitab', 'Kitabın qiyməti', 'Yağış yağır');
  expect(vocabulary.articles).toBe(3);
  expect(vocabulary.lexemeOf(analyzer.word('kitabı'))).toMatchObject({
    form: 'kitab',
    count: 3,
    articles: 2,
  });
  expect(vocabulary.lexemeOf(analyzer.word('dəniz'))).toBeUndefined();
});

it('numbers lexemes by their place', () => {
  const { lexemes } = vocabularyOf('Dəniz kənarında yeni park', 'Yeni park açılır');
  expect(lexemes.map(({ id }) => id)).toEqual(lexemes.map((_, at) => at));
});

it('leaves out numbers', () => {
  expect(vocabularyOf('2024 COP29 12,5').lexemes).toEqual([]);
});

it('knows a name at the beginning of headlines by its other occurrences', () => {
  const { lexemeOf } = vocabularyOf(
    'Ronaldu qol vurub',
    'Ronaldu gəlir',
    'Dünən Ronaldu gedib',
    'Payız gəlir',
    'Bu payız soyuqdur',
  );
  const nameIs = (form: string) => {
    const lexeme = lexemeOf(analyzer.word(form));
    return lexeme && isName(lexeme);
  };
  expect(nameIs('ronaldu')).toBe(true);
  expect(nameIs('payız')).toBe(false);
});

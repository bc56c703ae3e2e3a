import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { createQueryReader } from '../../src/search/understand.js';

const analyzer = createAnalyzer();
const read = createQueryReader(analyzer, { ...loadLexicon(), synonyms: [] }, () => []);

/** Words by their forms, those that documents may lack in brackets, beginnings with a star. */
const contentOf = (typed: string) =>
  read(typed)
    .words.map(({ word, light, prefix }) =>
      light ? `(${word.form})` : word.form + (prefix ? '*' : ''),
    )
    .join(' ');

describe('the words of a question', () => {
  it.each([
    ['lose what asks', 'kitabxana necə işləyir ', 'kitabxana işləyir'],
    ['and what asks with it', 'kitabxana nə vaxt bağlanır ', 'kitabxana bağlanır'],
    ['inflected too', 'kitabın qiyməti neçə manatdır ', 'kitabın qiyməti'],
    ['but keep the same word elsewhere', 'iş vaxtı neçə saat artdı ', 'iş vaxtı artdı'],
    ['weigh verbs that tell little', 'yarışda kim birinci oldu ', 'yarışda birinci (oldu)'],
    ['so a question mark does', 'yarışda birinci oldu?', 'yarışda birinci (oldu)'],
    ['not without a question', 'yarışda birinci oldu ', 'yarışda birinci oldu'],
    ['look for the place asked for', 'sərgi harada açılır ', 'sərgi (yer) açılır'],
    ['or the reason', 'dərs niyə təxirə düşdü ', 'dərs (səbəb) təxirə düşdü'],
    ['end no word that is being typed', 'sərgi harada', 'sərgi (yer)'],
    ['stay inside quotes', '"kim oldu" oyunu ', 'kim oldu oyunu'],
    ['keep a verb where it is all there is', 'kim gəldi ', 'gəldi'],
    ['keep all where nothing else is left', 'kimdir ', 'kimdir'],
    ['are no question where they are names', 'dünən Kim gəldi ', 'dünən kim gəldi'],
  ])('%s', (_, typed, words) => {
    expect(contentOf(typed)).toBe(words);
  });
});

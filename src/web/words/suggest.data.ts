import type { SuggestionKind } from '../../search/suggest/request.js';
import type { Language } from '../language.js';

/** What is proposed to those who type. */
const az = {
  suggestions: 'Təkliflər',
  recent: 'son axtarış',
  forget: 'Axtarış tarixçəsini sil',
  kinds: {
    phrase: '',
    author: 'müəllif',
    topic: 'mövzu',
    title: 'məqalə',
  } satisfies Record<SuggestionKind, string>,
};

export type SuggestWords = typeof az;

const en: SuggestWords = {
  suggestions: 'Suggestions',
  recent: 'recent search',
  forget: 'Clear the search history',
  kinds: { phrase: '', author: 'author', topic: 'topic', title: 'article' },
};

export const SUGGEST_WORDS: Readonly<Record<Language, SuggestWords>> = { az, en };

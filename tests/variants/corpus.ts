import type { Article } from '../../indexer/article.js';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { mineVariants, type Mined } from '../../indexer/variants/mine.js';

export const analyzer = createAnalyzer();

/** Headlines as articles with the ids a0, a1, … */
export const articlesOf = (titles: readonly string[]): Article[] =>
  titles.map((title, at) => ({ id: `a${at}`, title, body: '', topics: [], lang: 'az' }));

const PLACES = ['Gəncə', 'Şəki', 'Lənkəran', 'Quba', 'Masallı', 'Göyçay', 'Tovuz', 'Astara'];
const DEEDS = [
  'yeni məktəb binası istifadəyə verildi',
  'üzüm yığımı başa çatıb',
  'körpünün təmiri davam edir',
  'kitab sərgisi ziyarətçiləri qəbul edir',
  'şahmat turniri keçirilib',
  'güclü külək ağacları aşırıb',
];

/** Everyday headlines, so that a rare word is rare. */
export const EVERYDAY: readonly string[] = PLACES.flatMap((place) =>
  DEEDS.map((deed) => `${place} rayonunda ${deed}`),
);

const SETTINGS = { provenance: 'test', leastScore: 2, leastPortion: 0.12, besideAnyName: ['oğlu'] };

/** Mines headlines among everyday ones. */
export function mine(
  titles: readonly string[],
  { groups = [], minCount = 1 }: { groups?: readonly SynonymGroup[]; minCount?: number } = {},
): Promise<Mined> {
  const articles = articlesOf([...titles, ...EVERYDAY]);
  const lexicon: Lexicon = {
    synonyms: groups,
    stopWords: new Set(['və', 'ilə', 'bu']),
    questionWords: new Set(),
    questionPhrases: [],
    auxiliaries: new Set(),
    answerWords: new Map(),
  };
  return mineVariants({
    articles: () => stream(articles),
    analyzer,
    lexicon,
    settings: SETTINGS,
    minCount,
  });
}

async function* stream(articles: readonly Article[]): AsyncGenerator<Article> {
  for (const article of articles) yield await Promise.resolve(article);
}

/** The spellings of each proposal. */
export const spellingsIn = ({ proposals }: Mined): string[][] =>
  proposals.map(({ entry }) => [entry.head, ...entry.members]);

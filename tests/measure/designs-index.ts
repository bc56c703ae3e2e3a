import type { Settings } from 'meilisearch';
import { FIELDS, type SearchDocument } from '../../indexer/document.js';
import type { Word } from '../../indexer/language/word.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { composeIndexing, type Indexing } from '../../src/compose.js';
import { createSynonymFinder } from '../../src/search/synonyms.js';
import { createQueryReader, type UnderstoodQuery } from '../../src/search/understand.js';
import type { Answered, Asker, Place, Question } from './asker.js';
import { readCorpus } from './corpus.js';
import { openRawIndex, type RawIndex } from './raw-index.js';
import { serverOf } from './servers.js';

/** The shapes of the words, the strongest first, each a layer of searchable text of its own. */
const LAYERS = ['forms', 'folds', 'stems', 'keys'] as const;
type Layer = (typeof LAYERS)[number];

/** Weights of the layers in a federated search. */
const WEIGHTS: Readonly<Record<Layer, number>> = { forms: 1, folds: 0.9, stems: 0.8, keys: 0.6 };

/** What becomes of documents that lack some words of the query. */
export type Strategy = 'all' | 'last';

const fieldsOf = (layer: Layer): string[] => FIELDS.map((field) => `${layer}_${field}`);

/** A document with the words of every layer as text, and what facets count. */
function toLayered({ article, topics, authorId, words }: SearchDocument) {
  const layers = LAYERS.flatMap((layer) =>
    FIELDS.map((field): [string, string] => [`${layer}_${field}`, words[field][layer]]),
  );
  const combined = FIELDS.map((field): [string, string] => {
    const { forms, folds, stems } = words[field];
    return [`combined_${field}`, `${forms} ${folds} ${stems}`];
  });
  const { id, title, source, date } = article;
  const topic = topics.map((each) => each.id);
  const dated = date === undefined ? {} : { time: Date.parse(date) / 1000, year: date.slice(0, 4) };
  const texts = Object.fromEntries([...layers, ...combined]);
  return { id, title, source, author: authorId, topic, ...dated, ...texts };
}

const settingsFor = (searchableAttributes: string[]): Settings => ({
  searchableAttributes,
  filterableAttributes: ['topic', 'author', 'source', 'year', 'time'],
  // A stem or a key one letter away from another is another word, not a misspelt one.
  typoTolerance: { disableOnAttributes: [...fieldsOf('stems'), ...fieldsOf('keys')] },
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: 10_000 },
});

/** Everything that is the same in these designs: the one analyzer before, the server behind. */
function openDesign(
  place: Place,
  searchable: string[],
  ask: (index: RawIndex, read: UnderstoodQuery, question: Question) => Promise<Answered>,
): Asker {
  const index = openRawIndex(serverOf(place), place.index);
  const indexing: Indexing = composeIndexing();
  const lexicon = loadLexicon();
  const synonyms = createSynonymFinder(lexicon, indexing.analyzer);
  const readQuery = createQueryReader(indexing.analyzer, lexicon, synonyms);
  return {
    index: async (paths) => {
      const documents = (await readCorpus(paths)).map(indexing.toDocument).map(toLayered);
      await index.configure(settingsFor(searchable));
      await index.put(documents);
      return { documents: documents.length, skipped: 0 };
    },
    ask: (question) => ask(index, readQuery(question.q), question),
    close: () => Promise.resolve(),
  };
}

const SHAPE: Readonly<Record<Layer, (word: Word) => string>> = {
  forms: ({ form }) => form,
  folds: ({ fold }) => fold,
  stems: ({ stems, fold }) => stems[0] ?? fold,
  keys: ({ keys }) => keys[0] ?? '',
};

/** Words in one shape as the text of a query: a space at the end says that the last is finished. */
const textOf = ({ words }: UnderstoodQuery, shape: (word: Word) => string): string =>
  words.map(({ word }) => shape(word)).join(' ') + (words.at(-1)?.prefix ? '' : ' ');

/** What of a question every design asks alike. */
function commonOf({ from }: Question, matchingStrategy: Strategy) {
  const filter = from === undefined ? {} : { filter: `time >= ${Date.parse(from) / 1000}` };
  return { ...filter, matchingStrategy, attributesToRetrieve: ['id', 'title'] };
}

/** (a) One federated search: a query for each layer, the layers weighted. */
export const openLayered = (strategy: Strategy) => (place: Place) =>
  openDesign(
    place,
    FIELDS.flatMap((field) => LAYERS.map((layer) => `${layer}_${field}`)),
    async (index, read, question) => {
      const { page = 1, hitsPerPage = 20, facets = [] } = question;
      const found = await index.federated((indexUid) => ({
        federation: { page, hitsPerPage, facetsByIndex: { [indexUid]: [...facets] } },
        queries: LAYERS.map((layer) => ({
          indexUid,
          q: textOf(read, SHAPE[layer]),
          attributesToSearchOn: fieldsOf(layer),
          federationOptions: { weight: WEIGHTS[layer] },
          ...commonOf(question, strategy),
        })).filter(({ q }) => q.trim() !== ''),
      }));
      const [counted] = Object.values(found.facetsByIndex ?? {});
      return toAnswered(found, counted?.distribution);
    },
  );

/** (b) One query of folded words, over fields that hold forms, folds and stems together. */
export const openCombined = (strategy: Strategy) => (place: Place) =>
  openDesign(
    place,
    FIELDS.map((field) => `combined_${field}`),
    async (index, read, question) => {
      const { page = 1, hitsPerPage = 20, facets = [] } = question;
      const asked = { q: textOf(read, SHAPE.folds), page, hitsPerPage, facets: [...facets] };
      const found = await index.search({ ...asked, ...commonOf(question, strategy) });
      return toAnswered(found, found.facetDistribution);
    },
  );

const toAnswered = (
  { hits, totalHits = 0 }: Awaited<ReturnType<RawIndex['search']>>,
  facets: Answered['facets'] = {},
): Answered => ({ hits, total: totalHits, facets });

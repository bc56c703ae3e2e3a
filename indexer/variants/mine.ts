import type { Article } from '../article.js';
import type { Analyzer } from '../language/analyzer.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { findCandidates, type Candidate } from './candidates.js';
import type { Feature } from './contexts.js';
import { readKnown } from './known.js';
import { makeProposals, type Proposal } from './proposals.js';
import { scorePair } from './score.js';
import type { VariantSettings } from './settings.js';
import { watch, type Reading, type SightingsOf } from './sightings.js';
import { createVocabularyBuilder, type Lexeme, type Vocabulary } from './vocabulary.js';

export interface Mine {
  /** All articles, from the first, at every call. */
  readonly articles: () => AsyncIterable<Article>;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  readonly settings: VariantSettings;
  /** In how many articles a spelling must be. */
  readonly minCount: number;
  /** Called after each article of each reading. */
  readonly onArticle?: () => void;
}

/** How often the articles are read. */
export const READINGS = 3;

/** What was mined. */
export interface Mined {
  readonly articles: number;
  /** The best first. */
  readonly proposals: readonly Proposal[];
}

/**
 * Proposes spellings that are one word and that the lexicon does not know. Reads the articles three
 * times, for the words, for what stands around the rarer of two near spellings, and for how much of
 * that stands around the other. Keeps no text: memory grows with the number of distinct words and,
 * up to 50,000 pairs, with what stands around them; time with the length of all articles.
 *
 * @example (await mineVariants(mine)).proposals[0]?.entry.members // ['Araqçı']
 */
export async function mineVariants(mine: Mine): Promise<Mined> {
  const { analyzer, lexicon, settings } = mine;
  const builder = createVocabularyBuilder(analyzer);
  await read(mine, builder);
  const vocabulary = builder.finish();
  const known = readKnown(lexicon, analyzer);
  const lexemesOf = (forms: Iterable<string>) => findLexemes(forms, vocabulary, analyzer);
  const stopWords = lexemesOf(lexicon.stopWords);
  const silent = new Set([...stopWords, ...lexemesOf(settings.besideAnyName)]);
  const candidates = findCandidates(vocabulary.lexemes, { ...mine, except: stopWords }).filter(
    ({ head, rarer }) => !known.settled(head, rarer),
  );
  const evidence = await gather(mine, candidates, { analyzer, vocabulary, silent });
  const pairs = candidates
    .map((candidate) => scorePair(candidate, evidence, vocabulary))
    .filter(({ score }) => score >= settings.leastScore)
    .filter(({ portion }) => portion >= settings.leastPortion)
    .sort((a, b) => b.score - a.score);
  const proposals = makeProposals(pairs, { analyzer, known, evidence });
  return { articles: vocabulary.articles, proposals };
}

async function read(
  { articles, onArticle }: Mine,
  reader: { add(article: Article): void },
): Promise<void> {
  for await (const article of articles()) {
    reader.add(article);
    onArticle?.();
  }
}

const findLexemes = (
  forms: Iterable<string>,
  vocabulary: Vocabulary,
  analyzer: Analyzer,
): Set<Lexeme> => {
  const lexemes = [...forms].map((form) => vocabulary.lexemeOf(analyzer.word(form)));
  return new Set(lexemes.filter((lexeme) => lexeme !== undefined));
};

/** All around the rarer ones first, so that of the heads, which are everywhere, little is kept. */
async function gather(mine: Mine, candidates: readonly Candidate[], reading: Reading) {
  const rarer = watch(new Set(candidates.map((pair) => pair.rarer)), reading, () => true);
  await read(mine, rarer);
  const sought = soughtOf(candidates, rarer.sightings);
  const heads = watch(
    sought.keys(),
    reading,
    (head, feature) => sought.get(head)?.has(feature) === true,
  );
  await read(mine, heads);
  return { rarer: rarer.sightings, heads: heads.sightings };
}

function soughtOf(
  candidates: readonly Candidate[],
  rarerSightings: SightingsOf,
): Map<Lexeme, Set<Feature>> {
  const sought = new Map<Lexeme, Set<Feature>>();
  for (const { head, rarer } of candidates) {
    const features = sought.get(head) ?? new Set();
    for (const feature of rarerSightings.get(rarer)?.features.keys() ?? []) features.add(feature);
    sought.set(head, features);
  }
  return sought;
}

import type { Alternative, EngineQuery } from '../../../indexer/engine.js';
import { soughtWords } from '../../search/layers.js';
import { covering, type LookedUp } from '../condition.js';
import { gainOf } from '../giving-up.js';
import { createRanker, keepsWord, type Score, type Wording } from '../rank.js';
import type { EngineSettings } from '../settings.js';
import type { DocumentReader, RankedDocuments, Version } from './documents.js';
import type { CountedUnit, Understanding } from './questions.js';
import { wordingId } from './wordings.js';

/** How documents answer one query, read and scored when they are asked for. */
export interface Scorer {
  /** In the order asked for; `row` is the number of the version. */
  scores(versions: readonly Version[]): Promise<Score[]>;
  /** What a document is worth by the units of the query that it has. */
  worthOf(score: Score): number;
  /** Whether documents hold each quoted phrase word by word, in the order asked for. */
  holdPhrases(versions: readonly Version[]): Promise<boolean[]>;
}

export function createScorer(
  query: EngineQuery,
  { reports, units }: Understanding,
  reader: DocumentReader,
  settings: EngineSettings,
): Scorer {
  const sought = soughtWords(query, reports);
  const phrases = query.alternatives.filter(({ words }) => words.length > 1).map(toPhrase);

  const formsIn = ({ vocabulary }: RankedDocuments) =>
    sought.map((word) => vocabulary.formsOf(word, settings.prefixForms));

  function rankerFor(read: RankedDocuments) {
    const words = formsIn(read).map((forms, at) => ({
      forms,
      information: covering(units, at)[0]?.information ?? 0,
      name: sought[at]?.name === true,
      light: sought[at]?.light === true,
    }));
    return createRanker(words, settings);
  }

  async function holdPhrases(versions: readonly Version[]): Promise<boolean[]> {
    const read = await reader.ranked(versions);
    const words = formsIn(read);
    const quoted = query.phrases.map(({ from, to }) => words.slice(from, to + 1));
    return read.documents.map(({ forms }) => quoted.every((phrase) => holds(forms, phrase)));
  }

  async function scores(versions: readonly Version[]): Promise<Score[]> {
    const read = await reader.ranked(versions);
    const ranker = rankerFor(read);
    return read.documents.map(({ forms, wordings }, at) => {
      const n = versions[at]?.n ?? 0;
      return ranker.score(n, forms, (place) => wordingAt(query, phrases, { wordings, n }, place));
    });
  }

  const gain = gainOf(
    query.matching,
    units.map(({ information }) => information),
  );
  const worthOf = ({ weights }: Score): number =>
    units.reduce((worth, unit, at) => (hasUnit(unit, weights) ? gain(worth, at) : worth), 0);

  return { scores, worthOf, holdPhrases };
}

/** A quoted phrase is never given up: whatever was found has it. */
const hasUnit = ({ from, mandatory }: CountedUnit, weights: Uint8Array): boolean =>
  mandatory || (weights[from] ?? 0) > 0;

/** A wording of several words, and the documents that hold it without saying so. */
interface OtherPhrase {
  readonly from: number;
  readonly to: number;
  readonly alternative: Alternative;
  readonly id: string;
  readonly heldBy: ReadonlySet<number>;
}

function toPhrase(alternative: LookedUp): OtherPhrase {
  const { from, to, words, heldBy } = alternative;
  const id = wordingId(words.map(({ fold }) => fold));
  return { from, to, alternative, id, heldBy: new Set(heldBy) };
}

/** Whether a document says the query word at a place, with its neighbours, in other words. */
function wordingAt(
  query: EngineQuery,
  phrases: readonly OtherPhrase[],
  { wordings, n }: { readonly wordings: readonly string[]; readonly n: number },
  place: number,
): Wording | undefined {
  const met = covering(phrases, place).filter(
    ({ id, heldBy }) => wordings.includes(id) || heldBy.has(n),
  );
  return met.length === 0
    ? undefined
    : { kept: met.some(({ alternative }) => keepsWord(alternative, query)) };
}

/** Whether forms stand side by side somewhere; the break between fields is no form of a word. */
const holds = (forms: Uint32Array, phrase: readonly ReadonlyMap<number, number>[]): boolean =>
  forms.some((_, at) => phrase.every((word, step) => word.has(forms[at + step] ?? 0)));

import { slugOf } from '../extraction/slug.js';
import type { Analyzer } from '../language/analyzer.js';
import { ALIASES_FILE, SYNONYMS_FILE } from '../lexicon/check-files.js';
import type { SynonymGroup } from '../lexicon/lexicon.js';
import {
  describePair,
  describeSpelling,
  roundScore,
  type PairEvidence,
  type SpellingEvidence,
} from './describe.js';
import { joinPairs, spellingsOf, type VariantGroup, type VariantKind } from './groups.js';
import type { Known } from './known.js';
import { isNamePair, type Evidence, type ScoredPair } from './score.js';
import type { Sightings } from './sightings.js';
import type { Lexeme } from './vocabulary.js';
import { wordingBeside, wordingOf, wordingOfSlip, type Seen } from './wording.js';

/** A group for `config/`, and why. */
export interface Proposal {
  readonly kind: VariantKind;
  /** That of its best pair. */
  readonly score: number;
  /** File of `config/` that it is for. */
  readonly file: string;
  /** `extend`: it takes the place of the group of the same id, which it repeats. */
  readonly change: 'add' | 'extend';
  /** To be pasted among the groups of the file. */
  readonly entry: SynonymGroup;
  readonly evidence: {
    readonly spellings: readonly SpellingEvidence[];
    readonly pairs: readonly PairEvidence[];
  };
}

/** What making proposals takes. */
export interface Making {
  readonly analyzer: Analyzer;
  readonly known: Known;
  readonly evidence: Evidence;
}

/**
 * Makes proposals of pairs.
 *
 * @param pairs the best first
 * @returns the best first; no two with the same id
 */
export function makeProposals(pairs: readonly ScoredPair[], making: Making): Proposal[] {
  const ids = new Set<string>();
  return joinPairs(pairs).map((group) => makeProposal(group, making, ids));
}

function makeProposal(group: VariantGroup, making: Making, ids: Set<string>): Proposal {
  const spellings = spellingsOf(group);
  const name = group.pairs.some(isNamePair);
  const seen = spellings.map((lexeme) => seenOf(lexeme, name, making.evidence));
  const wordings = wordingsOf(group.kind, seen, making.analyzer);
  const nameOf = (lexeme: Lexeme) => wordings[spellings.indexOf(lexeme)] ?? lexeme.form;
  return {
    kind: group.kind,
    score: roundScore(group.pairs[0]?.score ?? 0),
    ...entryOf(group, spellings, wordings, making.known, ids),
    evidence: {
      spellings: seen.map((one) => describeSpelling(one, nameOf(one.lexeme))),
      pairs: group.pairs.map((pair) => describePair(pair, nameOf)),
    },
  };
}

function seenOf(lexeme: Lexeme, name: boolean, { heads, rarer }: Evidence): Seen {
  const nothing: Sightings = { features: new Map(), spellings: new Map(), articles: [] };
  return { lexeme, name, sightings: heads.get(lexeme) ?? rarer.get(lexeme) ?? nothing };
}

function wordingsOf(kind: VariantKind, seen: readonly Seen[], analyzer: Analyzer): string[] {
  const [head, ...others] = seen;
  if (!head) return [];
  const members = others.map((one) => wordingBeside(one, head, analyzer));
  const slip = kind === 'typo' ? members[0] : undefined;
  return [slip === undefined ? wordingOf(head) : wordingOfSlip(head, slip), ...members];
}

function entryOf(
  { kind }: VariantGroup,
  spellings: readonly Lexeme[],
  wordings: readonly string[],
  known: Known,
  ids: Set<string>,
): Pick<Proposal, 'file' | 'change' | 'entry'> {
  const [head = '', ...members] = wordings;
  const file = kind === 'name' ? ALIASES_FILE : SYNONYMS_FILE;
  if (kind === 'typo') {
    const id = freeId(`${slugOf(head)}-typo`, known, ids);
    return { file, change: 'add', entry: { id, mode: 'oneway', head, members, note: 'A typo.' } };
  }
  const owner = spellings.map(known.groupOf).find((group) => group !== undefined);
  if (!owner) {
    const id = freeId(slugOf(head), known, ids);
    return { file, change: 'add', entry: { id, mode: 'mutual', head, members } };
  }
  const added = wordings.filter((_, at) => {
    const lexeme = spellings[at];
    return lexeme && known.groupOf(lexeme) !== owner;
  });
  const entry = { ...owner, members: [...owner.members, ...added] };
  return { file, change: 'extend', entry };
}

function freeId(wanted: string, known: Known, ids: Set<string>): string {
  let id = wanted;
  for (let next = 2; known.hasId(id) || ids.has(id); next++) id = `${wanted}-${next}`;
  ids.add(id);
  return id;
}

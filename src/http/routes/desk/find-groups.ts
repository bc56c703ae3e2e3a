import type { Token } from '../../../../indexer/language/analyzer.js';
import { meet, phrasesOf, readGroups } from '../../../../indexer/lexicon/check-phrases.js';
import type { WordGroup } from '../../../words/groups.js';
import type { Service } from '../../../service.js';

type Relation = (sought: Token, token: Token, isLast: boolean) => boolean;

/** The likeliest first: beginnings of words as they are typed, inflections, what sounds alike. */
const RELATIONS: readonly Relation[] = [
  ({ word }, token, isLast) =>
    isLast ? token.word.fold.startsWith(word.fold) : token.word.fold === word.fold,
  ({ word }, token) => meet(word.stems, token.word.stems),
  ({ word }, token) => meet(word.keys, token.word.keys),
];

/**
 * Makes the search for groups by any phrase of theirs in any spelling. What only sounds alike is
 * found where nothing else is; groups with such a head come first.
 *
 * @example createGroupFinder(service)(words.groups(), 'Трамп')[0]?.group.id // 'trump'
 */
export function createGroupFinder({ analyzer, lexicon }: Pick<Service, 'analyzer' | 'lexicon'>) {
  return (groups: readonly WordGroup[], q: string): readonly WordGroup[] => {
    const { tokens: sought } = analyzer.analyze(q);
    if (sought.length === 0) return groups;
    const synonyms = groups.map(({ group }) => group);
    const phrases = readGroups({ ...lexicon, synonyms }, analyzer).map((checked) =>
      phrasesOf(checked).map(({ tokens }) => tokens),
    );
    for (const relation of RELATIONS) {
      const isFound = (tokens: readonly Token[] = []) => holds(tokens, sought, relation);
      const found = groups
        .map((group, at) => ({ group, tokens: phrases[at] ?? [] }))
        .filter(({ tokens }) => tokens.some(isFound));
      const [byHead, byMember] = [
        found.filter(({ tokens: [head] }) => isFound(head)),
        found.filter(({ tokens: [head] }) => !isFound(head)),
      ];
      if (found.length > 0) return [...byHead, ...byMember].map(({ group }) => group);
    }
    return [];
  };
}

const holds = (tokens: readonly Token[], sought: readonly Token[], relation: Relation): boolean =>
  tokens.some((_, from) =>
    sought.every((one, at) => {
      const token = tokens[from + at];
      return token !== undefined && relation(one, token, at === sought.length - 1);
    }),
  );

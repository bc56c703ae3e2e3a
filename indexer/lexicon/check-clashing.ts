import type { Problem } from './check-finding.js';
import {
  createHeadFinder,
  headsOf,
  phrasesOf,
  type CheckedGroup,
  type CheckedPhrase,
} from './check-phrases.js';

/** Groups that say different things of one phrase, or that search takes for one another. */
export function findClashes(groups: readonly CheckedGroup[]): Problem[] {
  const on = groups.filter(({ group }) => group.mode !== 'off');
  const oneway = on.filter(({ group }) => group.mode === 'oneway');
  const mutual = on.filter(({ group }) => group.mode === 'mutual');
  return [
    ...findMistaken(on),
    ...findSharedHeads(oneway),
    ...oneway.flatMap((one) => findReversed(one, mutual)),
    ...oneway.flatMap((one) => findBridge(one, mutual)),
    ...groups.filter(({ group }) => group.mode === 'off').flatMap((off) => findSwitchedOn(off, on)),
  ];
}

/** Different phrases that share stems: search cannot tell an inflection of one from the other. */
function findMistaken(groups: readonly CheckedGroup[]): Problem[] {
  const headsMetBy = createHeadFinder(groups);
  const heads = groups.flatMap(headsOf);
  const places = new Map(heads.map((head, place) => [head, place]));
  const placeOf = (head: CheckedPhrase) => places.get(head) ?? -1;
  return heads.flatMap((phrase) =>
    headsMetBy(phrase)
      .filter((other) => other.group !== phrase.group && other.key !== phrase.key)
      .filter((other) => placeOf(other) > placeOf(phrase))
      .map((other) =>
        clash(
          'warning',
          'taken-for-inflection',
          [phrase, other],
          `search takes "${phrase.text}" and "${other.text}" for one word inflected, and gets the ` +
            'wordings of both; if neither is typed in small letters, list both under "cased"',
        ),
      ),
  );
}

/** Two one-way groups may give one abbreviation two readings, if somebody says why. */
function findSharedHeads(oneway: readonly CheckedGroup[]): Problem[] {
  return oneway.flatMap(({ head, group }, at) =>
    oneway
      .slice(at + 1)
      .filter((other) => other.head.key === head.key && !(group.note && other.group.note))
      .map((other) =>
        clash(
          'warning',
          'shared-head',
          [head, other.head],
          `a search for "${head.text}" gets the wordings of both; join the groups, or, if it has ` +
            'two meanings, say so in the "note" of each',
        ),
      ),
  );
}

/** A one-way group leaves out the reverse on purpose; a mutual group with the pair brings it. */
function findReversed({ head, members }: CheckedGroup, mutual: readonly CheckedGroup[]): Problem[] {
  return members.flatMap((member) =>
    mutual
      .filter((both) => isIn(head, both) && isIn(member, both) && head.key !== member.key)
      .map((both) =>
        clash(
          'error',
          'reversed',
          [head, member, both.head],
          `the first leads from "${head.text}" to "${member.text}" and not back, the second leads ` +
            'both ways; drop the pair from one of them',
        ),
      ),
  );
}

/** What was renamed leads from one meaning to another on purpose, and its note says so. */
function findBridge(one: CheckedGroup, mutual: readonly CheckedGroup[]): Problem[] {
  if (one.group.note) return [];
  const own = mutual.filter((both) => isIn(one.head, both));
  if (own.length === 0) return [];
  return one.members.flatMap((member) =>
    mutual
      .filter((both) => isIn(member, both) && !own.includes(both) && !isIn(one.head, both))
      .map((both) =>
        clash(
          'warning',
          'bridge',
          [one.head, ...own.map(({ head }) => head), member, both.head],
          `"${one.head.text}" is in one mutual group and "${member.text}" in another, yet the ` +
            'first leads from one to the other; if that is meant, say why in its "note"',
        ),
      ),
  );
}

function findSwitchedOn({ head, members }: CheckedGroup, on: readonly CheckedGroup[]): Problem[] {
  return members.flatMap((member) =>
    on
      .filter((other) => headsOf(other).some(({ key }) => key === head.key))
      .filter((other) => isIn(member, other) && head.key !== member.key)
      .map((other) =>
        clash(
          'error',
          'switched-off',
          [head, member, other.head],
          `the first says that "${head.text}" does not lead to "${member.text}", the second leads ` +
            'there; drop the pair from one of them',
        ),
      ),
  );
}

const isIn = ({ key }: CheckedPhrase, group: CheckedGroup): boolean =>
  phrasesOf(group).some((phrase) => phrase.key === key);

function clash(
  severity: Problem['severity'],
  reason: Problem['reason'],
  found: readonly CheckedPhrase[],
  problem: string,
): Problem {
  const groups = [...new Set(found.map(({ group }) => group.id))];
  return {
    kind: 'clashing',
    severity,
    reason,
    groups,
    phrases: found.map(({ text }) => text),
    problem,
  };
}

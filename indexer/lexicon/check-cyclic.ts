import type { Problem } from './check-finding.js';
import { createHeadFinder, phrasesOf, type CheckedGroup } from './check-phrases.js';

/**
 * One-way groups that lead back to where they began (A to B, B to A, or by a longer way): what leads
 * both ways is a mutual group.
 */
export function findCycles(groups: readonly CheckedGroup[]): Problem[] {
  const oneway = groups.filter(({ group }) => group.mode === 'oneway');
  const reach = reachOf(oneway);
  const isReached = (from: CheckedGroup, to: CheckedGroup) => reach.get(from)?.has(to) === true;
  const ringOf = (one: CheckedGroup) =>
    oneway.filter((other) => other === one || (isReached(one, other) && isReached(other, one)));
  return oneway
    .map(ringOf)
    .filter((ring, at) => ring.length > 1 && ring[0] === oneway[at])
    .map((ring) => {
      const heads = ring.map(({ head }) => head.text);
      return {
        kind: 'cyclic',
        severity: 'error',
        reason: 'leads-back',
        groups: ring.map(({ group }) => group.id),
        phrases: heads,
        problem:
          `one way, they lead back to where they began; put ${listed(heads)} into one mutual ` +
          'group, and leave in these what leads away from it',
      };
    });
}

type Reach = ReadonlyMap<CheckedGroup, ReadonlySet<CheckedGroup>>;

/** Which groups a search may come to from each, step by step, from a member to its own group. */
function reachOf(oneway: readonly CheckedGroup[]): Reach {
  const headsMetBy = createHeadFinder(oneway);
  const ownerOf = new Map(oneway.map((checked) => [checked.head, checked]));
  const next = new Map(
    oneway.map((one) => {
      const met = one.members.flatMap(headsMetBy).map((head) => ownerOf.get(head));
      return [one, met.filter((other) => other !== undefined)];
    }),
  );
  return new Map(oneway.map((one) => [one, walk(one, next)]));
}

function walk(
  from: CheckedGroup,
  next: ReadonlyMap<CheckedGroup, readonly CheckedGroup[]>,
): Set<CheckedGroup> {
  const reached = new Set<CheckedGroup>();
  const waiting = [...(next.get(from) ?? [])];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (reached.has(one)) continue;
    reached.add(one);
    waiting.push(...(next.get(one) ?? []));
  }
  return reached;
}

/**
 * Mutual groups that hold the same phrase. A search for it gets all their wordings, a search for any
 * other of their phrases only those of one: wordings are not passed on.
 */
export function findChains(groups: readonly CheckedGroup[]): Problem[] {
  const owners = new Map<string, CheckedGroup[]>();
  for (const checked of groups.filter(({ group }) => group.mode === 'mutual')) {
    for (const key of new Set(phrasesOf(checked).map((phrase) => phrase.key))) {
      if (key !== '') owners.set(key, [...(owners.get(key) ?? []), checked]);
    }
  }
  return [...owners]
    .filter(([, holders]) => holders.length > 1)
    .map(([key, holders]) => describeChain(key, holders));
}

function describeChain(key: string, holders: readonly CheckedGroup[]): Problem {
  const ids = holders.map(({ group }) => group.id);
  const phrases = holders.flatMap((checked) =>
    phrasesOf(checked).flatMap((phrase) => (phrase.key === key ? [phrase.text] : [])),
  );
  return {
    kind: 'chained',
    severity: 'error',
    reason: 'in-several-groups',
    groups: ids,
    phrases,
    problem:
      `all hold ${listed(phrases)}, and wordings are not passed on from group to group; merge ` +
      `${listed(ids)} if they mean the same, or drop the phrase from all but one`,
  };
}

/** @example listed(['a', 'b', 'a']) // '"a" and "b"' */
const listed = (values: readonly string[]): string =>
  [...new Set(values)].map((value) => `"${value}"`).join(' and ');

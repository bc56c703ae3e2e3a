import type { Axtar } from '../../../src/compose.js';
import { SearchRequest } from '../../../src/search/request.js';
import { versionOf, wordOf } from './articles.js';
import { ABSENT } from './expected.js';

/** What the live index holds of what it must hold. */
export interface Comparison {
  /** Articles that must be there. */
  readonly expected: number;
  /** Articles that may be there: a write was never answered. */
  readonly unsure: number;
  readonly found: number;
  /** What is missing, too much, or of another version than the last acknowledged one. */
  readonly lost: readonly string[];
}

type Versions = ReadonlyMap<string, ReadonlySet<number>>;

/** Compares every article in three ways: the list of all, each by its id, each by its own word. */
export async function compare(axtar: Axtar, versions: Versions): Promise<Comparison> {
  const listed = new Map<string, number>();
  const lost: string[] = [];
  for await (const article of axtar.engine.articles()) {
    if (listed.has(article.id)) lost.push(`${article.id} is listed twice`);
    listed.set(article.id, versionOf(article));
  }
  for (const id of listed.keys()) if (!versions.has(id)) lost.push(`${id} was never written`);
  for (const [id, allowed] of versions) {
    const version = listed.get(id) ?? ABSENT;
    if (!allowed.has(version)) lost.push(`${id} is ${version}, not ${[...allowed].join(' or ')}`);
    else lost.push(...(await differences(axtar, id, version)));
  }
  const all = [...versions.values()];
  const present = all.filter((allowed) => !allowed.has(ABSENT));
  const absent = all.filter((allowed) => allowed.has(ABSENT) && allowed.size === 1);
  const unsure = all.length - present.length - absent.length;
  return { expected: present.length, unsure, found: listed.size, lost };
}

/** Where reading by id, or searching, gives something else than the list of all. */
async function differences(axtar: Axtar, id: string, version: number): Promise<string[]> {
  const article = await axtar.engine.get(id);
  const read = article ? versionOf(article) : ABSENT;
  const byId = read === version ? [] : [`${id} is read as ${read}, listed as ${version}`];
  if (version === ABSENT) return byId;
  const { hits } = await axtar.search(SearchRequest.parse({ q: `${wordOf(id, version)} ` }));
  const found = hits.map((hit) => hit.id);
  const isFound = found.length === 1 && found[0] === id;
  return isFound ? byId : [...byId, `${id} is listed, its word finds: ${found.join(' ')}`];
}

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { MeiliClient } from './client.js';
import { DOCUMENT_FIELDS, listed } from './document.js';
import { allOf, equals, startsWith } from './filter.js';
import type { House } from './house.js';
import { enqueue, readMarker, succeed, writeMarker, type Marker } from './live.js';
import { withRebuildLock } from './reindex.js';
import type { IndexSettings } from './settings.js';
import { diffSynonyms, type SynonymMap } from './synonyms.js';

/** What an index is told, synonyms included. */
export type AllSettings = IndexSettings & { readonly synonyms: SynonymMap };

const Settings = z.looseObject({ synonyms: z.record(z.string(), z.array(z.string())) });

interface Tagged {
  readonly pk: string;
  readonly byWording: readonly string[];
  readonly made: string;
}

/** What is to be changed in the live index. */
interface Changes {
  readonly settings: Partial<AllSettings>;
  readonly documents: readonly Tagged[];
  readonly marker: Marker | undefined;
  readonly lines: readonly string[];
}

/**
 * Brings settings, synonyms and wordings of the live index in step with `config/`, by what differs.
 * Documents come first, since a wording that nobody asks for shows nowhere; so when the one task
 * for the settings fails, no search has changed.
 */
export async function push(
  house: House,
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly string[]> {
  return withRebuildLock(house, () =>
    house.drainer.pause(async () => {
      const changes = await findChanges(house);
      if (!dryRun) await apply(house, changes);
      return changes.lines;
    }),
  );
}

async function apply(house: House, { settings, documents, marker }: Changes): Promise<void> {
  const { client, index } = house;
  const live = client.raw.index(index);
  if (documents.length > 0) {
    await succeed(client, await enqueue(client, live.updateDocuments([...documents])));
  }
  if (Object.keys(settings).length > 0) {
    await succeed(client, await enqueue(client, live.updateSettings(settings)));
  }
  if (marker) await writeMarker(client, index, marker);
}

async function findChanges(house: House): Promise<Changes> {
  const { client, index, analysis, allSettings, making } = house;
  const current = await client.ask(client.raw.index(index).getSettings(), Settings);
  const settings = Object.fromEntries(
    Object.entries(allSettings).filter(([name, value]) => !isDeepStrictEqual(value, current[name])),
  );
  const marker = await readMarker(client, index);
  const known = new Set(marker?.wordings);
  const wordings = [...making.wordings.ids];
  const added = wordings.filter((id) => !known.has(id));
  const removed = known.size + added.length - wordings.length;
  const documents = await documentsWith(house, added);
  return {
    settings,
    documents,
    marker: marker && added.length + removed > 0 ? { ...marker, wordings } : undefined,
    lines: [
      ...Object.keys(settings)
        .filter((name) => name !== 'synonyms')
        .map((name) => `settings: ${name} changes`),
      ...describeSynonyms(current.synonyms, allSettings.synonyms),
      ...(added.length + removed > 0
        ? [
            `wordings: ${added.length} added, ${removed} removed; ${documents.length} articles hold a new one`,
          ]
        : []),
      ...(marker && marker.analysis !== analysis
        ? ['The analyzer has changed: run "axtar reindex".']
        : []),
      ...(marker && marker.fields < DOCUMENT_FIELDS
        ? ['The articles lack fields that filters ask for: run "axtar reindex".']
        : []),
    ],
  };
}

function describeSynonyms(before: SynonymMap, after: SynonymMap): string[] {
  const { added, removed, changed } = diffSynonyms(before, after);
  if (added.length + removed.length + changed.length === 0) return [];
  return [`synonyms: ${added.length} added, ${removed.length} removed, ${changed.length} changed`];
}

const Text = z.object({
  pk: z.string(),
  n: z.number(),
  textTitle: z.string(),
  textExtra: z.string(),
  textBody: z.string(),
});
const PAGE = 500;

/** Documents that hold one of some wordings, with all that they hold. */
async function documentsWith(house: House, wordings: readonly string[]): Promise<Tagged[]> {
  const tagged = new Map<string, Tagged>();
  for (const wording of wordings) {
    for await (const { pk, textTitle, textExtra, textBody } of candidates(
      house.client,
      house.index,
      wording,
    )) {
      const texts = [textTitle, textExtra, textBody];
      const held = texts.flatMap((text) => house.making.wordings.findIn(listed(text)));
      const { made } = house.making;
      if (held.includes(wording)) tagged.set(pk, { pk, byWording: [...new Set(held)], made });
    }
  }
  return [...tagged.values()];
}

/** Documents that hold a wording's words, wherever they stand. */
async function* candidates(client: MeiliClient, index: string, wording: string) {
  const words = wording.split(' ');
  const last = words.pop() ?? '';
  const filters = [...words.map((word) => equals('byFold', word)), startsWith('byFold', last)];
  for (let after = 0; ;) {
    const filter = allOf([`n > ${after}`, ...filters]);
    const wanted = {
      filter,
      sort: ['n:asc'],
      fields: ['pk', 'n', 'textTitle', 'textExtra', 'textBody'],
      limit: PAGE,
    };
    const page = await client.documents(index, wanted, Text);
    yield* page;
    const [end] = page.slice(-1);
    if (!end) return;
    after = end.n;
  }
}

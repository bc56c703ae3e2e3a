import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { PushOptions } from '../../../indexer/engine.js';
import { DOCUMENT_FIELDS } from './document.js';
import type { House } from './house.js';
import { enqueue, readMarker, succeed, writeMarker, type Marker } from './live.js';
import { withRebuildLock } from './reindex.js';
import type { IndexSettings } from './settings.js';
import { diffSynonyms, type SynonymMap } from './synonyms.js';
import { tagHolders } from './tag-holders.js';

/** What an index is told, synonyms included. */
export type AllSettings = IndexSettings & { readonly synonyms: SynonymMap };

const Settings = z.looseObject({ synonyms: z.record(z.string(), z.array(z.string())) });

/** What is to be changed in the live index. */
interface Changes {
  readonly settings: Partial<AllSettings>;
  /** Wordings that documents do not carry yet. */
  readonly added: readonly string[];
  readonly marker: Marker | undefined;
  /** What is to be said, given how many documents hold a new wording. */
  lines(holders: number): string[];
}

/**
 * Brings settings, synonyms and wordings of the live index in step with `config/` and the editors'
 * words, by what differs. Documents come first, since a wording that nobody asks for shows nowhere;
 * so when the one task for the settings fails, no search has changed. The marker comes last: a push
 * that did not come to its end is done once more by the next.
 */
export async function push(
  house: House,
  { dryRun, wordsOnly = false, onProgress }: PushOptions,
): Promise<readonly string[]> {
  return withRebuildLock(house, async () => {
    // With the words of now, whatever editors do meanwhile: they are followed by another push.
    const now = { ...house };
    const changes = await findChanges(now, wordsOnly);
    const { added, marker } = changes;
    const holders = await tagHolders(now, added, { dryRun, ...(onProgress ? { onProgress } : {}) });
    if (!dryRun) {
      await now.drainer.pause(() => applySettings(now, changes));
      if (marker) now.carried.learn(marker);
    }
    return changes.lines(holders);
  });
}

async function applySettings({ client, index }: House, changes: Changes): Promise<void> {
  const { settings, marker } = changes;
  if (Object.keys(settings).length > 0) {
    await succeed(client, await enqueue(client, client.raw.index(index).updateSettings(settings)));
  }
  if (marker) await writeMarker(client, index, marker);
}

async function findChanges(house: House, wordsOnly: boolean): Promise<Changes> {
  const { client, index, analysis, allSettings, making } = house;
  const current = await client.ask(client.raw.index(index).getSettings(), Settings);
  const settings = Object.fromEntries(
    Object.entries(allSettings)
      .filter(([name]) => !wordsOnly || name === 'synonyms')
      .filter(([name, value]) => !isDeepStrictEqual(value, current[name])),
  );
  const marker = await readMarker(client, index);
  const known = new Set(marker?.wordings);
  const wordings = [...making.wordings.ids];
  const added = wordings.filter((id) => !known.has(id));
  const removed = known.size + added.length - wordings.length;
  const differs = added.length + removed > 0;
  return {
    settings,
    added,
    marker: marker && differs ? { ...marker, wordings } : undefined,
    lines: (holders) => [
      ...Object.keys(settings)
        .filter((name) => name !== 'synonyms')
        .map((name) => `settings: ${name} changes`),
      ...describeSynonyms(current.synonyms, allSettings.synonyms),
      ...(differs
        ? [
            `wordings: ${added.length} added, ${removed} removed; ${holders} articles hold a new one`,
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

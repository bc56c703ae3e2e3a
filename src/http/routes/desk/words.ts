import { z } from 'zod';
import { ALIASES_FILE, SYNONYMS_FILE } from '../../../../indexer/lexicon/check-files.js';
import type { WordGroup } from '../../../words/groups.js';
import { ORIGINS, WordsPage, type WantedGroups } from '../../../web/desk/words-page.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Route } from '../../route.js';
import { defineDeskRoute } from './desk-route.js';
import { createGroupFinder } from './find-groups.js';

const word = z.string().trim().max(200).catch('').default('');

const ListQuery = z.object({
  q: word,
  origin: z.enum(ORIGINS).catch('all').default('all'),
  file: word,
  page: z.coerce.number().int().min(1).max(999_999).catch(1).default(1),
  phrase: word,
  done: z.literal('dropped').optional().catch(undefined),
});

const PAGE_SIZE = 50;
const FILES = [SYNONYMS_FILE, ALIASES_FILE];

/** The list of synonyms and names. */
export function wordListRoutes(service: Service): Route[] {
  const { words } = service;
  const find = createGroupFinder(service);
  return [
    defineDeskRoute(service)(
      { method: 'get', path: '/desk/words', summary: 'Find groups of synonyms and names' },
      { ...NOTHING, query: ListQuery },
      async ({ query: { done, ...wanted }, frame }) => {
        const found = find(words.groups().filter(createTest(wanted)), wanted.q);
        const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
        const page = Math.min(wanted.page, pages);
        const facts = {
          wanted: { ...wanted, page },
          groups: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
          total: found.length,
          inStep: words.inStep(),
        };
        const note = done === undefined ? {} : { note: done };
        const shown = WordsPage({ frame: await frame(), files: FILES, ...facts, pages, ...note });
        return { status: 200, page: shown };
      },
    ),
  ];
}

const createTest =
  ({ origin, file }: WantedGroups) =>
  (listed: WordGroup): boolean =>
    (origin === 'all' || origin === (listed.group.mode === 'off' ? 'off' : listed.origin)) &&
    (file === '' || listed.file === file);

import { z } from 'zod';
import { WordsRefusedError } from '../../../words/error.js';
import type { WordsVersion } from '../../../words/record.js';
import type { Saved } from '../../../words/words.js';
import { addressOf } from '../../../web/desk/address.js';
import { sayNumber } from '../../../web/desk/format.js';
import { showEdits } from '../../../web/desk/version-edits.js';
import { WordsHistoryPage, type UndoNote } from '../../../web/desk/words-history-page.js';
import { WORDS_HISTORY_WORDS } from '../../../web/words/desk-words-history.data.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Reply, type Route } from '../../route.js';
import { defineDeskRoute, seeOther, type DeskInput } from './desk-route.js';
import { nameOfKey } from './frame.js';
import { createReasons } from './refused-reasons.js';
import { inverseOf, laterVersion } from './undo-one.js';

const number = z.coerce.number().int().min(0).max(1e9);
const HistoryQuery = z.object({
  page: number.min(1).catch(1).default(1),
  done: z.enum(['undone', 'unchanged', 'gone']).optional().catch(undefined),
  version: number.catch(0).default(0),
});
type HistoryQuery = z.infer<typeof HistoryQuery>;

/** `undo` takes one version back, `restore` everything after it. */
const Undo = z.object({ number, intent: z.enum(['undo', 'restore']) });
type Undo = z.infer<typeof Undo>;

const PAGE_SIZE = 20;
const HISTORY = '/desk/words/history';

/** Who changed which words when, and the way back. */
export function wordHistoryRoutes(service: Service): Route[] {
  const { words, keys } = service;
  const route = defineDeskRoute(service);
  const reasonsOf = createReasons(words);

  async function show(
    { frame }: Pick<DeskInput<unknown, unknown, unknown>, 'frame'>,
    status: number,
    wanted: number,
    note?: UndoNote,
  ): Promise<Reply> {
    const history = words.history();
    const shipped = new Map(
      words.groups().map((listed) => [listed.group.id, shippedOf(listed)] as const),
    );
    const pages = Math.max(1, Math.ceil(history.length / PAGE_SIZE));
    const page = Math.min(wanted, pages);
    const versions = history.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((version) => ({
      ...version,
      who: version.by === undefined ? undefined : nameOfKey(keys, version.by),
      edits: showEdits(version, (id) => shipped.get(id)),
    }));
    const facts = { versions, newest: history[0]?.number ?? 0, page, pages, note };
    return { status, page: WordsHistoryPage({ frame: await frame(), ...facts }) };
  }

  function undo({ body, caller: { keyId }, lang }: DeskInput<unknown, unknown, Undo>): Saved {
    const by = keyId === undefined ? {} : { by: keyId };
    const newest = words.history()[0]?.number;
    if (body.intent === 'restore') return words.undo(body.number, by);
    if (body.number === newest) return words.undo(body.number - 1, by);
    const note = WORDS_HISTORY_WORDS[lang].undoNote(sayNumber(lang, body.number));
    return words.save(inverseOf(find(body.number)), { ...by, note });
  }

  const find = (wanted: number): WordsVersion | undefined =>
    words.history().find((version) => version.number === wanted);

  return [
    route(
      { method: 'get', path: HISTORY, summary: 'See who changed which words' },
      { ...NOTHING, query: HistoryQuery },
      ({ query, ...input }) => show(input, 200, query.page, noteOf(query)),
    ),
    route(
      { method: 'post', path: HISTORY, summary: 'Undo a change of words' },
      { ...NOTHING, query: z.unknown(), body: Undo },
      (input) => {
        const { body, lang } = input;
        const version = find(body.number);
        if (!version) return show(input, 409, 1, { became: 'gone' });
        const later = body.intent === 'undo' ? laterVersion(words.history(), version) : undefined;
        if (later !== undefined) {
          return show(input, 409, 1, { became: 'later', number: body.number, by: later });
        }
        try {
          const made = undo(input).version;
          const done = made ? { done: 'undone', version: made.number } : { done: 'unchanged' };
          return seeOther(addressOf(lang, HISTORY, done));
        } catch (error) {
          if (!(error instanceof WordsRefusedError)) throw error;
          return show(input, 409, 1, { became: 'refused', reasons: reasonsOf(error, lang) });
        }
      },
    ),
  ];
}

type Listed = ReturnType<Service['words']['groups']>[number];

const shippedOf = ({ group, origin, shipped }: Listed) =>
  origin === 'shipped' ? group : origin === 'changed' ? shipped : undefined;

function noteOf({ done, version }: HistoryQuery): UndoNote | undefined {
  if (done === undefined) return undefined;
  return done === 'undone' ? { became: done, by: version } : { became: done };
}

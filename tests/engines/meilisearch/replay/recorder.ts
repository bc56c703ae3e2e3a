import { z } from 'zod';
import type { TestServer } from '../server.js';
import { isPoll, toCall, type Exchange } from './exchange.js';
import type { Incoming, Reply } from './listener.js';
import { parseAnswer, type Names } from './names.js';

/** Passes the requests of one test on to a real server, and keeps what was said. */
export interface Recorder {
  reply(request: Incoming): Promise<Reply>;
  /** In the order in which they were begun. */
  readonly exchanges: readonly Exchange[];
}

export function createRecorder(test: string, server: TestServer, names: Names): Recorder {
  const exchanges: Exchange[] = [];
  const tasks = new Map<string, string>();

  /** Tasks are numbered from 1 in each test. */
  function taskOf(task: string): string {
    const known = tasks.get(task) ?? String(tasks.size + 1);
    tasks.set(task, known);
    return known;
  }

  /** The place for an answer; the answers to a question about a task replace each other. */
  function placeFor(request: Incoming): Exchange {
    const call = toCall(request, names);
    const path = call.path.replace(/(?<=^\/tasks\/)\d+/, taskOf);
    const asked = exchanges.find((each) => isPoll(each) && each.path === path);
    const place = asked ?? { test, ...call, path, status: 0, answer: null };
    if (!asked) exchanges.push(place);
    return place;
  }

  async function reply(request: Incoming): Promise<Reply> {
    const place = placeFor(request);
    const { status, text } = await passOn(request, server);
    place.status = status;
    const answer = parseAnswer(names.hide(text), taskOf);
    place.answer = place.path.startsWith('/indexes?') ? ownOf(answer) : answer;
    return { status, text };
  }

  return { reply, exchanges };
}

const Indexes = z.looseObject({ results: z.array(z.looseObject({ uid: z.string() })) });

/** The list of indexes without those of others: a server may be shared. */
function ownOf(answer: unknown): unknown {
  const list = Indexes.parse(answer);
  const results = list.results.filter(({ uid }) => uid.startsWith('{index}'));
  return { ...list, results, total: results.length };
}

const PASSED_ON = ['content-type', 'content-encoding', 'accept-encoding'];

async function passOn(request: Incoming, { url, apiKey }: TestServer): Promise<Reply> {
  const { method, path, headers, body } = request;
  const answer = await fetch(url.replace(/\/$/, '') + path, {
    method,
    headers: {
      ...Object.fromEntries(PASSED_ON.map((name) => [name, String(headers[name] ?? '')])),
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    ...(body.length === 0 ? {} : { body }),
  });
  return { status: answer.status, text: await answer.text() };
}

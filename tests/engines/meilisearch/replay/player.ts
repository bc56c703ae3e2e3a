import { describeCall, describeDifference } from './difference.js';
import { isPoll, isRead, isSame, toCall, type Call, type Exchange } from './exchange.js';
import { refusal, type Incoming, type Reply } from './listener.js';
import type { Names } from './names.js';

/** Answers the requests of one test as they were answered when it was recorded. */
export interface Player {
  reply(request: Incoming): Reply;
  /** What was asked for and is not in the recording. */
  readonly unrecorded: ReadonlySet<string>;
  /** What is in the recording and was not asked for. */
  missing(): string[];
}

export const ADVICE =
  'Where this is meant, record anew with a real server: MEILI_URL=… npm run record';

/**
 * Each recorded answer is given once, in the order of the recording where the same is asked twice.
 * What changes the index comes after all that came before it, and before all that came after it.
 */
export function createPlayer(exchanges: readonly Exchange[], names: Names): Player {
  const made = new Set<Exchange>();
  const unrecorded = new Set<string>();

  function isDue(exchange: Exchange, at: number): boolean {
    if (made.has(exchange)) return isPoll(exchange);
    return exchanges
      .slice(0, at)
      .every((before) => made.has(before) || (isRead(before) && isRead(exchange)));
  }

  function reply(request: Incoming): Reply {
    const call = toCall(request, names);
    const found = exchanges.find((exchange, at) => isSame(exchange, call) && isDue(exchange, at));
    if (!found) return refuse(call);
    made.add(found);
    return { status: found.status, text: names.show(JSON.stringify(found.answer)) };
  }

  function refuse(call: Call): Reply {
    const message = [why(call), ADVICE].join('\n');
    unrecorded.add(message);
    return refusal('not_recorded', message);
  }

  function why(call: Call): string {
    const left = exchanges.filter((exchange) => !made.has(exchange));
    const next = left[0] ? `Next should come ${describeCall(left[0])}` : 'Nothing should follow.';
    const isAmong = (list: readonly Exchange[]) => list.some((each) => isSame(each, call));
    const asked = describeCall(call);
    if (isAmong(left)) return `This request comes too early: ${asked}\n${next}`;
    if (isAmong(exchanges))
      return `This request is made once more than recorded: ${asked}\n${next}`;
    return `This request is not in the recording: ${asked}\n${describeDifference(call, left) ?? next}`;
  }

  const missing = () => exchanges.filter((exchange) => !made.has(exchange)).map(describeCall);

  return { reply, unrecorded, missing };
}

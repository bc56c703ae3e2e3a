import { describe, expect, it } from 'vitest';
import type { Call, Exchange } from './exchange.js';
import { createNames } from './names.js';
import { createPlayer } from './player.js';

const names = createNames('own-index', 'own-analysis', 'own-making');

const search = (filter: string): Call => ({
  method: 'POST',
  path: '/multi-search',
  body: { queries: [{ indexUid: '{index}', filter }] },
});
const write: Call = { method: 'POST', path: '/indexes/{index}/documents', body: [{ pk: 'a' }] };
const poll: Call = { method: 'GET', path: '/tasks/1', body: null };

const recorded = (call: Call, answer: unknown): Exchange => ({
  test: 'a test',
  ...call,
  status: 200,
  answer,
});

/** Plays a recording; `ask` gives the answer, or the message of a refusal. */
function play(...exchanges: readonly Exchange[]) {
  const player = createPlayer(exchanges, names);
  const ask = ({ method, path, body }: Call): unknown => {
    const text = body === null ? '' : names.show(JSON.stringify(body));
    const headers = { 'content-type': 'application/json' };
    const reply = player.reply({
      method,
      path: names.show(path),
      headers,
      body: Buffer.from(text),
    });
    return JSON.parse(reply.text);
  };
  return { player, ask };
}

function refused(...texts: readonly string[]) {
  const message: unknown = expect.stringMatching(new RegExp(texts.join('[^]*')));
  return { code: 'not_recorded', message };
}

describe('a player of recorded exchanges', () => {
  it('answers as recorded, with the names of this run', () => {
    const { ask, player } = play(recorded(search('a'), { from: '{index}', made: '{made}' }));
    expect(ask(search('a'))).toEqual({ from: 'own-index', made: 'own-making' });
    expect([player.unrecorded.size, player.missing()]).toEqual([0, []]);
  });

  it('gives the answers to the same question one after the other', () => {
    const { ask } = play(recorded(search('a'), 1), recorded(search('a'), 2));
    expect([ask(search('a')), ask(search('a'))]).toEqual([1, 2]);
    expect(ask(search('a'))).toMatchObject(refused('once more than recorded'));
  });

  it('names the place in which a request has changed', () => {
    const { ask, player } = play(recorded(search('stems = "a"'), 1));
    const message = refused('queries.0.filter', 'recorded: .*stems', 'now: .*folds');
    expect(ask(search('folds = "a"'))).toMatchObject(message);
    expect([player.unrecorded.size, player.missing().length]).toEqual([1, 1]);
  });

  it('lets reads come in any order, but not past a write', () => {
    const whole = [search('a'), search('b'), write, search('c')].map((call) => recorded(call, 1));
    const { ask, player } = play(...whole);
    expect(ask(search('b'))).toBe(1);
    expect(ask(search('c'))).toMatchObject(refused('too early', 'Next should come', '"a"'));
    expect(ask(write)).toMatchObject(refused('too early'));
    expect([search('a'), write, search('c')].map(ask)).toEqual([1, 1, 1]);
    expect(player.missing()).toEqual([]);
  });

  it('wants a task to be awaited, and answers for it as often as it is asked', () => {
    const { ask } = play(recorded(write, 1), recorded(poll, 2), recorded(search('a'), 3));
    expect(ask(write)).toBe(1);
    expect(ask(search('a'))).toMatchObject(refused('too early', '/tasks/1'));
    expect([poll, poll, search('a')].map(ask)).toEqual([2, 2, 3]);
  });

  it('tells what was not asked for', () => {
    const { ask, player } = play(recorded(search('a'), 1), recorded(search('b'), 2));
    ask(search('a'));
    expect(player.missing()).toEqual([expect.stringContaining('"b"')]);
  });
});

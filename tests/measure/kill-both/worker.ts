import { setTimeout as pass } from 'node:timers/promises';
import { composeAxtar } from '../../../src/compose.js';
import { openOutbox } from '../../../src/engines/meilisearch/outbox.js';
import { readEnvironment } from '../../../src/environment.js';
import { makeArticle, versionOf } from './articles.js';
import { ABSENT, expect } from './expected.js';
import { openLog, readLog } from './log.js';
import { createRandom } from './random.js';

/*
 * Writes on several lanes at once, each of which has articles of its own, and rebuilds now and
 * then, until it is killed or told to end.
 */

const ARTICLES = 60;
const MOST_AT_ONCE = 25;

const [name = '', logFile = '', outboxFile = '', seed = '1', rebuildPause = '1000'] =
  process.argv.slice(2);
const axtar = composeAxtar(readEnvironment(process.env));
const log = openLog(logFile);
const outbox = openOutbox(outboxFile);
let isEnding = false;
const end = () => void (isEnding = true);
process.once('SIGTERM', end);
// Whoever has started us is gone.
process.stdin.once('end', end).resume();

/** Versions grow from one life of this worker to the next. */
let version = Date.now() * 10;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function writeOn(lane: string, random = createRandom(Number(seed) + lane.length)) {
  while (!isEnding) {
    const ids = Array.from(
      new Set(
        Array.from({ length: random.between(1, MOST_AT_ONCE) }, () => random.below(ARTICLES)),
      ),
      (number) => `${lane}-${number}`,
    );
    await write(lane, ids, random.chance(0.25));
    if (random.chance(0.1)) await pass(random.below(300));
  }
}

async function write(lane: string, ids: readonly string[], isRemoval: boolean): Promise<void> {
  const own = isRemoval ? ABSENT : ++version;
  log.write({ what: 'begun', lane, ids: [...ids], version: own });
  try {
    if (isRemoval) await axtar.engine.remove(ids);
    else await axtar.engine.upsert(ids.map((id) => axtar.toDocument(makeArticle(id, own))));
    log.write({ what: 'acknowledged', lane });
  } catch (error) {
    log.write({ what: 'failed', lane, reason: reasonOf(error) });
  }
}

async function rebuildOn(random = createRandom(Number(seed))) {
  for (;;) {
    await pass(random.below(2 * Number(rebuildPause)));
    if (isEnding) return;
    const work = random.chance(0.25) ? 'rollback' : 'rebuild';
    log.write({ what: 'started', work });
    try {
      await (work === 'rebuild' ? axtar.engine.rebuild() : axtar.engine.rollback?.());
      log.write({ what: 'finished', work });
    } catch (error) {
      log.write({ what: 'given up', work, reason: reasonOf(error) });
    }
  }
}

/**
 * Before anything else: whether every article is as it was acknowledged before the kill. What waited
 * then must be sent first.
 */
async function check(): Promise<void> {
  const before = outbox.lastSeq();
  while (outbox.isSettled(before) === 'waiting') await pass(100);
  const { versions } = expect(readLog(logFile));
  const found = await listAll();
  const lost = [...versions].flatMap(([id, allowed]) => {
    const version = found.get(id) ?? ABSENT;
    return allowed.has(version) ? [] : [`${id} is ${version}, not ${[...allowed].join(' or ')}`];
  });
  log.write({ what: 'checked', articles: versions.size, lost });
}

async function listAll(): Promise<Map<string, number>> {
  for (;;) {
    try {
      const found = new Map<string, number>();
      for await (const article of axtar.engine.articles()) {
        found.set(article.id, versionOf(article));
      }
      return found;
    } catch {
      // The server has been killed, too.
      await pass(200);
    }
  }
}

await check();
/** Lanes with names of different lengths, so that their random numbers differ. */
const lanes = name === 'writer' ? ['a', 'bb'] : ['ccc'];
await Promise.all([...lanes.map((lane) => writeOn(lane)), rebuildOn()]);
process.stdin.destroy();
outbox.close();
await axtar.close();
log.close();

import { expect, it } from 'vitest';
import type { EngineHit, Layer } from '../../indexer/engine.js';
import type { HitScore } from '../../indexer/hit-score.js';
import { explainAbove } from '../../src/search/explain-above.js';

const SCORE: HitScore = {
  by: 'parts',
  words: [],
  spread: 3,
  layers: 28,
  adjacent: 14,
  inTitle: 2,
  relevance: 4.1,
  step: 4,
  worth: 0,
};

type Change = Partial<HitScore> & {
  readonly date?: string;
  readonly met?: readonly (Layer | undefined)[];
};

/** A hit of two words that differs from the others in this. */
const hit = (id: string, { date, met = ['exact', 'exact'], ...score }: Change = {}): EngineHit => ({
  article: { id, title: id, body: '', topics: [], lang: 'az', ...(date ? { date } : {}) },
  layers: met,
  phrase: false,
  score: { ...SCORE, ...score },
});

const LACKS = { by: 'worth', met: ['exact', undefined] } as const;
const FAR = { by: 'worth', spread: 40 } as const;
const OLDER = '2024-01-01T00:00:00Z';
const NEWER = '2025-01-01T00:00:00Z';

it.each<[string, Change, Change, RegExp]>([
  ['layers', { adjacent: 0 }, { layers: 26 }, /weight 28 against 26/],
  ['neighbours', { inTitle: 0 }, { adjacent: 0 }, /weight 14 against 0/],
  ['title', { step: 1 }, { inTitle: 1 }, /2 of the words in the title against 1/],
  ['relevance', { date: OLDER }, { step: 3.5, date: NEWER }, /relevance 4 against 3\.5/],
  ['date', { date: NEWER }, { date: OLDER }, /newer, of 2025-01-01 against 2024-01-01/],
  ['date', { date: NEWER }, {}, /has a date, 2025-01-01\.$/],
  ['date', { date: NEWER }, { date: NEWER }, /came in later/],
  [
    'date',
    { date: NEWER },
    { date: '2025-01-01T01:00:00+04:00' },
    /T00:00:00Z against 2025-01-01T01/,
  ],
  ['words', { layers: 4 }, LACKS, /2 of the words against 1/],
  ['near', { layers: 4 }, FAR, /within 3 words of text against 40/],
  ['title', { ...LACKS, worth: 1 }, { ...LACKS, inTitle: 1, worth: 2 }, /title/],
  ['relevance', { ...LACKS, worth: 2.001 }, { ...LACKS, worth: 2 }, /2\.001 against 2\./],
  ['relevance', { ...LACKS, worth: 3 }, { ...FAR, worth: 2 }, /3 against 2/],
  ['words', { ...LACKS, worth: 1 }, { ...FAR, worth: 2 }, /other words/],
  ['relevance', {}, { by: 'date' }, /strongest/],
])('the first difference is the %s: %j, %j', (part, above, here, says) => {
  const explained = explainAbove(hit('above', above), hit('here', here));
  expect(explained).toMatchObject({ id: 'above', part });
  expect(explained.says).toMatch(says);
  expect(explained.says).toMatch(/^Above it stands “above” \(above\): /);
});

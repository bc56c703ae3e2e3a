import type { EngineHit } from '../../indexer/engine.js';
import type { HitScore } from '../../indexer/hit-score.js';
import { counted, figure, figures } from './explain-score.js';
import type { Above, PartName } from './explanation.js';

type Difference = readonly [part: PartName, says: string];

/** The document just above a hit, and the first part in which it is better. */
export function explainAbove(above: EngineHit, here: EngineHit): Above {
  const { id, title } = above.article;
  const [part, difference] = firstDifference(above, here);
  return { id, title, part, says: `Above it stands “${title}” (${id}): ${difference}.` };
}

function firstDifference(above: EngineHit, here: EngineHit): Difference {
  const by = here.score.by;
  if (above.score.by !== by) return rankedApart(above, here);
  if (by === 'date') return inDate(above, here);
  if (by === 'worth' && !haveSameWords(above, here)) return inWords(above, here);
  const parts = by === 'parts' ? PARTS : STRENGTH;
  const [first] = parts.flatMap((compare) => compare(above.score, here.score));
  return first ?? inDate(above, here);
}

type Comparison = (above: HitScore, here: HitScore) => Difference[];

/** Says by what one score is greater than another; nothing where it is not. */
const compareBy =
  (
    part: PartName,
    of: (score: HitScore) => number,
    say: (above: string, here: string) => string,
  ): Comparison =>
  (above, here) =>
    of(above) === of(here) ? [] : [[part, say(...figures(of(above), of(here)))]];

const byLayers = compareBy(
  'layers',
  ({ layers }) => layers,
  (above, here) => `layers of the weight ${above} against ${here}`,
);
const byTitle = compareBy(
  'title',
  ({ inTitle }) => inTitle,
  (above, here) => `${above} of the words in the title against ${here}`,
);
const byWorth = compareBy(
  'relevance',
  ({ worth }) => worth,
  (above, here) => `relevance with nearness to the time of the event, ${above} against ${here}`,
);

/** How documents with all words are compared. */
const PARTS = [
  byLayers,
  compareBy(
    'neighbours',
    ({ adjacent }) => adjacent,
    (above, here) => `neighbours of the weight ${above} against ${here}`,
  ),
  byTitle,
  compareBy(
    'relevance',
    ({ step }) => step,
    (above, here) => `relevance ${above} against ${here}`,
  ),
];
/** How documents are that have the same of the words; they share the places of their relevance. */
const STRENGTH = [byLayers, byTitle, byWorth];

/** What has all words near each other goes before the rest, and what was scored before that. */
function rankedApart(above: EngineHit, here: EngineHit): Difference {
  const [more, less] = [wordsOf(above), wordsOf(here)];
  const [near, far] = [above.score.spread, here.score.spread];
  if (here.score.by === 'date') {
    return ['relevance', 'it is among the strongest, which alone are compared by relevance'];
  }
  return more > less
    ? ['words', `${more} of the words against ${less}`]
    : ['near', `its words stand within ${counted(near, 'word')} of text against ${figure(far)}`];
}

const wordsOf = ({ layers }: EngineHit): number =>
  layers.filter((layer) => layer !== undefined).length;

const haveSameWords = (above: EngineHit, here: EngineHit): boolean =>
  above.layers.every((layer, at) => (layer === undefined) === (here.layers[at] === undefined));

/** A stronger document may stand in the place that a more relevant one with its words has won. */
function inWords(above: EngineHit, here: EngineHit): Difference {
  const [worth] = above.score.worth > here.score.worth ? byWorth(above.score, here.score) : [];
  return (
    worth ?? ['words', 'it has other words, and stands where the most relevant with these would']
  );
}

function inDate({ article: above }: EngineHit, { article: here }: EngineHit): Difference {
  const [newer, older] = [above.date, here.date];
  if (newer === undefined) return ['date', 'neither has a date, and it came in later'];
  if (older === undefined) return ['date', `it has a date, ${newer.slice(0, 10)}`];
  if (Date.parse(newer) === Date.parse(older)) {
    return ['date', 'both are of one time, and it came in later'];
  }
  const shown = newer.slice(0, 10) === older.slice(0, 10) ? undefined : 10;
  return ['date', `it is newer, of ${newer.slice(0, shown)} against ${older.slice(0, shown)}`];
}

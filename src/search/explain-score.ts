import type { EngineHit } from '../../indexer/engine.js';
import type { ExplainedWord, ScorePart } from './explanation.js';

/** A figure as people read it: two places after the point at most. */
export const figure = (value: number, places = 2): string =>
  String(Math.round(value * 10 ** places) / 10 ** places);

/** Two figures that differ, with as many places as show it. */
export function figures(a: number, b: number, places = 2): [string, string] {
  const shown: [string, string] = [figure(a, places), figure(b, places)];
  return shown[0] === shown[1] && places < 9 ? figures(a, b, places + 1) : shown;
}

/** `1 word`, `2 words` */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The parts of a hit's score, in the order in which they decide, each in a sentence. */
export function scoreParts(hit: EngineHit, words: readonly ExplainedWord[]): ScorePart[] {
  if (hit.score.words.length === 0) return [datePart(hit)];
  const met = hit.layers.filter((layer) => layer !== undefined).length;
  return [
    wordsPart(words),
    ...(met > 1 && Number.isFinite(hit.score.spread) ? [nearPart(hit)] : []),
    layersPart(hit, words),
    ...(words.length > 1 ? [neighboursPart(hit)] : []),
    titlePart(hit, words),
    relevancePart(hit),
    datePart(hit),
  ];
}

function wordsPart(words: readonly ExplainedWord[]): ScorePart {
  const lacking = words.filter(({ layer }) => layer === undefined).map(({ text }) => text);
  const value = words.length - lacking.length;
  const all = words.length === 1 ? 'It has the word' : `It has all ${words.length} words`;
  const says =
    lacking.length === 0
      ? `${all} of the query.`
      : `It has ${value} of ${counted(words.length, 'word')} of the query and lacks ${lacking.join(', ')}.`;
  return { part: 'words', value, says };
}

function nearPart({ layers, score: { spread, by } }: EngineHit): ScorePart {
  const met = layers.filter((layer) => layer !== undefined).length;
  const fewer = spread < met ? ', not counting those that it says in other wordings' : '';
  const isFar = by === 'worth' && layers.every((layer) => layer !== undefined);
  const far = isFar ? ', too far apart to go before documents that lack a word' : '';
  return {
    part: 'near',
    value: spread,
    says: `They stand within ${counted(spread, 'word')} of text${fewer}${far}.`,
  };
}

function layersPart({ layers, score }: EngineHit, words: readonly ExplainedWord[]): ScorePart {
  const met = words.flatMap(({ text }, at) => {
    const layer = layers[at];
    return layer ? [`${text} as ${layer} (${score.words[at]?.weight ?? 0})`] : [];
  });
  return {
    part: 'layers',
    value: score.layers,
    says: `The weights of its layers add up to ${score.layers}: ${met.join(', ')}.`,
  };
}

function neighboursPart({ score: { adjacent, by } }: EngineHit): ScorePart {
  const side = 'Words that are neighbours in the query';
  const some = `${side} stand side by side, with the weight ${adjacent}`;
  const none = `${side} do not stand side by side`;
  const idle = by === 'worth' ? ' (this decides only where documents have all words)' : '';
  return {
    part: 'neighbours',
    value: adjacent,
    says: `${adjacent > 0 ? some : none}${idle}.`,
  };
}

function titlePart({ score: { inTitle } }: EngineHit, words: readonly unknown[]): ScorePart {
  const says =
    words.length === 1
      ? `Its best match is ${inTitle === 1 ? '' : 'not '}in the title.`
      : `Words with their best match in the title: ${inTitle} of ${words.length}.`;
  return { part: 'title', value: inTitle, says };
}

function relevancePart({ score }: EngineHit): ScorePart {
  const { by, relevance } = score;
  const value = by === 'worth' ? score.worth : score.step;
  const compared = figure(value);
  const as =
    by === 'worth'
      ? `with nearness to the time of the event ${compared}`
      : `compared as ${compared}`;
  return {
    part: 'relevance',
    value,
    says: `Relevance, by how rare its words are and how often they stand in how long a text: ${figure(relevance)}, ${as}.`,
  };
}

function datePart({ article: { date } }: EngineHit): ScorePart {
  if (date === undefined) {
    return { part: 'date', says: 'It has no date, and of equals the undated come last.' };
  }
  return {
    part: 'date',
    value: date,
    says: `It is of ${date.slice(0, 10)}, and of equals the newer comes first.`,
  };
}

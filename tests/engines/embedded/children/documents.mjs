import { composeIndexing } from '../../../../dist/src/compose.js';

const { toDocument } = composeIndexing();

/** Five documents that are written at once, and one that every batch replaces. */
export const batchOf = (number) => [
  ...[0, 1, 2, 3, 4].map((at) => documentOf(`${number}-${at}`, `daimi dəstə${number}`)),
  documentOf('same', `dəyişən nəşr${number}`),
];

export const documentOf = (id, body) =>
  toDocument({ id, title: 'Sənəd', body, topics: [], lang: 'az' });

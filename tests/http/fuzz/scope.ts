import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import type { Service } from '../../../src/service.js';

const TOPICS = ['enerji', 'neqliyyat', 'idman', 'elm', 'Kosmik turizm'];
const AUTHORS = ['Aysel Rəhimli', 'Müşfiq Səfərov', 'Rəşad Guliyev', undefined];
const SOURCES = ['Xəzər Xəbər', 'Odlar Yurdu', 'Səhər Postu', undefined];
const LANGS = ['az', 'ru', 'en'];
const DATES = ['2021-03-04', '2023-06-10', '2025-10-23', '2025-10-24', undefined];
/** A story has four articles: of several outlets, in one week at most. */
const STORIES = [
  ...['Tokayev Bakıya səfər edib', 'Orta Dəhliz üzrə daşımalar artıb', 'Neft hasilatı azalıb'],
  ...[
    'Külək stansiyası Abşeronda işə düşüb',
    'Futbol yığması Polşaya uduzub',
    'Metroda yanğın olub',
  ],
  ...['Kosmik teleskop Aya enib', 'Şuşada muğam festivalı keçirilib', 'Pambıq tarlaları suvarılıb'],
  ...['Xəzərin səviyyəsi düşür', 'Şahmatçı Radcabov qalib gəlib', 'Gömrük rüsumları dəyişdirilib'],
  ...['Gəncədə zavod tikilir', 'Kitab sərgisi açılıb', 'Hava limanına qar yağıb'],
];

/** A word that one article alone has, in its title and its body. */
const codeOf = (n: number): string => `kod${String.fromCharCode(97 + (n % 25), 98 + (n % 23))}z`;

/** Articles that share their words, topics, authors and dates in all combinations. */
export const SCOPED_ARTICLES: readonly Article[] = Array.from({ length: 60 }, (_, n) => {
  const pick = <Value>(values: readonly Value[], step: number) =>
    values[Math.floor(n / step) % values.length];
  const [author, source, date] = [pick(AUTHORS, 1), pick(SOURCES, 1), pick(DATES, 4)];
  return Article.parse({
    id: `x${n}`,
    title: `${pick(STORIES, 4)} ${codeOf(n)}`,
    body: `Bu barədə ${codeOf(n)} məlumat verir.`,
    topics: [pick(TOPICS, 3)],
    lang: pick(LANGS, 1),
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { date: `${date}T12:00:00+04:00` }),
  });
});

/** Filters of keys, and beside each what it means, said apart from the program on purpose. */
export const FORCED: readonly (readonly [string, (article: Article) => boolean])[] = [
  ['source = "Xəzər Xəbər"', ({ source }) => source === 'Xəzər Xəbər'],
  [
    'NOT topic = enerji AND lang != ru',
    ({ topics, lang }) => topics[0] !== 'enerji' && lang !== 'ru',
  ],
  [
    'author = "Aysel Rehimli" OR topic = "Kosmik turizm"',
    ({ author, topics }) => author === 'Aysel Rəhimli' || topics[0] === 'Kosmik turizm',
  ],
  ['date >= 2025-10-24', ({ date = '' }) => date >= '2025-10-24'],
  ['NOT date EXISTS', ({ date }) => date === undefined],
  ['id IN [x1, x2, x3]', ({ id }) => ['x1', 'x2', 'x3'].includes(id)],
  [
    'year = 2021 AND source EXISTS',
    ({ date = '', source }) => date.startsWith('2021') && source !== undefined,
  ],
  ['lang = tr', () => false],
];

/** What a caller may see, and how to tell from an answer that it has seen more. */
export interface Scope {
  readonly allowed: readonly string[];
  readonly hidden: readonly string[];
  /** What in an answer is of documents outside the scope alone. */
  leaksIn(answer: unknown): string[];
}

export function scopeOf(
  may: (article: Article) => boolean,
  { toDocument, topics }: Pick<Service, 'toDocument' | 'topics'>,
): Scope {
  const [seen, unseen] = [SCOPED_ARTICLES.filter(may), SCOPED_ARTICLES.filter((one) => !may(one))];
  const known = new Set(seen.flatMap(valuesOf));
  const secrets = new Set(unseen.flatMap(valuesOf).filter((value) => !known.has(value)));
  const codes = unseen.map(({ id }) => codeOf(Number(id.slice(1))));
  const tells = (text: string) =>
    secrets.has(text.replace(/<\/?\w+>/g, '')) || codes.some((code) => text.includes(code));

  function valuesOf(article: Article): string[] {
    const { id, title, author, source, lang, date } = article;
    const named = article.topics.map(topics.topicOf).flatMap((topic) => [topic.id, topic.name]);
    const day = date === undefined ? [] : [4, 7, 10, 25].map((length) => date.slice(0, length));
    const { authorId } = toDocument(article);
    return [id, title, author, authorId, source, lang, ...named, ...day].flatMap(
      (one) => one ?? [],
    );
  }

  return {
    allowed: seen.map(({ id }) => id),
    hidden: unseen.map(({ id }) => id),
    leaksIn: (answer) => textsOf(answer).filter(tells),
  };
}

/** Texts that repeat the question say nothing of documents. */
const ECHOES = new Set(['query', 'q', 'facetQuery', 'normalized', 'text', 'typed', 'says']);
const QUESTIONS = new Set(['layout', 'lacking']);
const Fields = z.record(z.string(), z.unknown());

/** All texts of an answer, names of fields too; a bucket of a histogram with nothing in it is none. */
function textsOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.flatMap(textsOf);
  const fields = Fields.safeParse(answer);
  if (!fields.success) return [];
  return Object.entries(fields.data).flatMap(([name, value]) =>
    value === 0 || QUESTIONS.has(name) || (ECHOES.has(name) && typeof value === 'string')
      ? []
      : [name, ...textsOf(value)],
  );
}

import { Article } from '../article.js';
import { PageText, RecordError } from '../sources/source.js';
import type { IdBase, RecordToArticle, SourceRecord } from '../sources/source.js';
import { cleanBody, cleanLine, isVisible } from './clean.js';
import { parseDateField } from './dates.js';
import { detectLanguage, readLanguageCode } from './language.js';
import { extractPage } from './page.js';
import { fieldProblems, readRecord } from './record.js';
import type { RawRecord } from './record.js';
import type { ExtractionRules } from './rules.js';
import { shortHash } from './slug.js';
import { foldText, splitSentences } from './text.js';
import type { TopicTagger } from './tagger.js';
import type { TopicCatalogue } from './topics.js';

/** What turning records into articles needs. */
export interface RecordReaderDeps {
  readonly rules: ExtractionRules;
  readonly topics: TopicCatalogue;
  /** Gives topics to articles that bring none. */
  readonly tagTopics: TopicTagger;
}

/**
 * Makes the function that turns a record (a page, or an object from JSON or CSV) into an article.
 * An exported article becomes the same article again.
 *
 * @example createRecordReader(deps)({ place: 'a.ndjson:1', record: { id: '7', title: 'Yeni park' }, idBase })
 * // { id: '7', title: 'Yeni park', body: '', topics: [], lang: 'und' }
 * @throws RecordError naming the field and what was expected
 */
export function createRecordReader(deps: RecordReaderDeps): RecordToArticle {
  return ({ record, idBase }: SourceRecord) => {
    const raw = record instanceof PageText ? readPage(record, deps.rules) : readRecord(record);
    return toArticle(raw, idBase, deps);
  };
}

function readPage(page: PageText, rules: ExtractionRules): RawRecord {
  const found = extractPage(page.text, rules);
  if (found.title === undefined && found.body === '') {
    throw refuse('', 'no article found on the page: expected a title or running text');
  }
  return readRecord(found);
}

function toArticle(raw: RawRecord, idBase: IdBase, deps: RecordReaderDeps): Article {
  const body = cleanBody(raw.body ?? raw.text ?? raw.content ?? '');
  const given = cleanLine(raw.title);
  const title = given ?? deriveTitle(body, deps.rules);
  if (title === undefined) throw refuse('title', 'expected a title or a body');
  const whole = `${title}\n${body}`;
  return parseArticle({
    id: raw.id?.trim() ?? makeId(raw, title, body, idBase),
    title,
    titleDerived: given === undefined || raw.titleDerived === true ? true : undefined,
    subtitle: cleanLine(raw.subtitle),
    body,
    author: cleanLine(raw.author),
    authorRole: cleanLine(raw.authorRole),
    topics: readTopics(raw, title, body, deps),
    date: readDate('date', raw.date, deps.rules),
    archivedAt: readDate('archivedAt', raw.archivedAt, deps.rules),
    source: cleanLine(raw.source),
    url: raw.url,
    lang: readLanguage(raw.lang) ?? detectLanguage(whole),
    tags: readTags(raw.tags),
  });
}

const refuse = (path: string, message: string) => new RecordError([{ path, message }]);

type Fields = { readonly [Key in keyof Article]?: Article[Key] | undefined };

function parseArticle(fields: Fields): Article {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const parsed = Article.safeParse(Object.fromEntries(known));
  if (parsed.success) return parsed.data;
  throw new RecordError(fieldProblems(parsed.error));
}

const LONGEST_TITLE = 300;

/** The first sentence stands in for a missing title; a very long one is cut at a word. */
function deriveTitle(body: string, rules: ExtractionRules): string | undefined {
  const paragraph = cleanLine(body.split('\n').find(isVisible));
  const sentence = splitSentences(paragraph ?? '', rules.abbreviations)[0];
  if (sentence === undefined || sentence.length <= LONGEST_TITLE) return sentence;
  return `${sentence.slice(0, LONGEST_TITLE).replace(/\s+\S*$/u, '')}…`;
}

/**
 * Not the line number: the same record must keep its id when others are put before it. Without an
 * address only the whole text tells two records apart.
 */
function makeId(raw: RawRecord, title: string, body: string, idBase: IdBase): string {
  const name = idBase.name.length > 180 ? shortHash(idBase.name) : idBase.name;
  if (!idBase.shared) return name;
  return `${name}-${shortHash(raw.url ?? `${title}\n${raw.date ?? ''}\n${body}`)}`;
}

function readDate(
  field: string,
  text: string | undefined,
  rules: ExtractionRules,
): string | undefined {
  if (text === undefined) return undefined;
  const instant = parseDateField(foldText(text.trim()), rules.findDates);
  if (instant !== undefined) return instant ?? undefined;
  throw refuse(
    field,
    `expected a date such as 2025-10-23T17:08:00+04:00, received ${JSON.stringify(text)}`,
  );
}

function readLanguage(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const language = readLanguageCode(code);
  if (language === undefined) {
    throw refuse('lang', `expected a language code such as az, received ${JSON.stringify(code)}`);
  }
  return language;
}

/** The topics that the record brings, or else those that its words speak for. */
function readTopics(raw: RawRecord, title: string, body: string, deps: RecordReaderDeps): string[] {
  const labels = [raw.topics, raw.topic, raw.subtopic, raw.category, raw.rubric].flatMap(toList);
  const mapped = deps.topics.mapTopics(labels);
  return mapped.length > 0 ? mapped : deps.tagTopics(title, body);
}

function readTags(tags: RawRecord['tags']): string[] | undefined {
  const list = typeof tags === 'string' ? tags.split(/[,;|]/u) : tags;
  const clean = toList(list);
  return clean.length === 0 ? undefined : clean;
}

function toList(value: string | readonly (string | null)[] | undefined): string[] {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list.flatMap((item) => cleanLine(item ?? '') ?? []);
}

import { z } from 'zod';
import { RecordError } from '../../../../indexer/sources/source.js';
import { EngineError } from '../../../../indexer/engine.js';
import type { FieldError } from '../../../web/desk/field.js';
import { SHOWN_FIELDS } from '../../../web/desk/values.js';
import type { Language } from '../../../web/language.js';
import { ARTICLE_WORDS } from '../../../web/words/desk-article.data.js';

const text = z.string().default('');

/** The fields of an article as a form sends them. */
export const articleFields = {
  title: text,
  subtitle: text,
  body: text,
  author: text,
  authorRole: text,
  date: text,
  topics: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => (typeof given === 'string' ? [given] : given)),
  source: text,
  url: text,
  lang: text,
  tags: text,
  archivedAt: text,
  derivedTitle: text,
};

const SAID = ['id', 'title', 'date', 'archivedAt', 'url', 'lang'] as const;
const FIELDS: readonly string[] = ['id', ...SHOWN_FIELDS];

/** What refuses an article, field by field and in words; undefined for what is no refusal. */
export function fieldErrors(error: unknown, lang: Language): FieldError[] | undefined {
  const words = ARTICLE_WORDS[lang].errors;
  if (error instanceof RecordError) {
    return error.problems.map(({ path, message }) => {
      const name = path.split(/[.[]/)[0] ?? '';
      const said = SAID.find((one) => one === name);
      return {
        field: FIELDS.includes(name) ? name : 'title',
        message: said === undefined ? `${words.other}: ${path} ${message}` : words[said],
      };
    });
  }
  if (error instanceof EngineError && error.code === 'document_refused') {
    return [{ field: 'title', message: `${words.refused}: ${error.message}` }];
  }
  return undefined;
}

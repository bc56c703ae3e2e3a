import { z } from 'zod';
import type { CreateDocumentOptions } from 'zod-openapi';

/**
 * Says what a schema takes for its value when nothing is given, also where that is no string, and
 * leaves answers open: fields are added to them, and a client must not refuse those.
 */
export const openDefaults: NonNullable<CreateDocumentOptions['override']> = ({
  jsonSchema,
  zodSchema,
  io,
}) => {
  if (zodSchema instanceof z.ZodDefault) jsonSchema.default = zodSchema.def.defaultValue;
  if (io === 'output' && jsonSchema.additionalProperties === false)
    delete jsonSchema.additionalProperties;
};

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys whose values are data, whatever they look like. */
const DATA = new Set(['default', 'enum', 'const', 'example', 'examples', 'mapping']);

/** Takes out of a document what only our own program has a use for. */
export function tidy<Document extends object>(document: Document): Document {
  visit(document);
  return document;
}

function visit(node: unknown): void {
  if (Array.isArray(node)) node.forEach(visit);
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && isObject(value)) Object.values(value).forEach(visit);
    else if (key === 'content' && isObject(value)) Object.values(value).forEach(visitMedia);
    else if (!DATA.has(key)) visit(value);
  }
  if ('schema' in node) sayOnce(node);
  else tidySchema(node);
  if ('in' in node && 'schema' in node) spellOut(node);
}

/** What a schema of a body says stays in it: its holder has no place for that. */
function visitMedia(media: unknown): void {
  if (isObject(media)) visit(media['schema']);
}

function tidySchema(schema: Json): void {
  // What is shown stands beside what is read: `"20"` from an address, and `20` from JSON.
  if ('type' in schema) delete schema['anyOf'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (schema['readOnly'] === true) delete schema['readOnly'];
  if ('format' in schema) delete schema['pattern'];
  if (isObject(schema['propertyNames']) && !('enum' in schema['propertyNames']))
    delete schema['propertyNames'];
  if ('example' in schema && ('type' in schema || 'anyOf' in schema)) {
    schema['examples'] = [schema['example']];
    delete schema['example'];
  }
}

/** What is said of a parameter or a header stands there, not in its schema. */
function sayOnce(holder: Json): void {
  const { schema } = holder;
  if (!isObject(schema) || '$ref' in schema) return;
  const { description, examples, ...rest } = schema;
  if (description !== undefined) holder['description'] = description;
  if (Array.isArray(examples) && examples.length > 0) holder['example'] ??= examples[0];
  holder['schema'] = rest;
}

/** How a parameter is written into an address: of several forms as text, lists of names with commas. */
function spellOut(parameter: Json): void {
  const { schema } = parameter;
  if (!isObject(schema)) return;
  const { anyOf, ...rest } = schema;
  const text: unknown = Array.isArray(anyOf) ? anyOf.find(isText) : undefined;
  if (isObject(text)) parameter['schema'] = { ...rest, ...text };
  if (parameter['in'] === 'query' && rest['type'] === 'array')
    parameter['explode'] ??= !(isObject(rest['items']) && 'enum' in rest['items']);
}

const isText = (form: unknown): boolean => isObject(form) && form['type'] === 'string';

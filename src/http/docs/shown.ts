import { z } from 'zod';

/** What the page shows of the OpenAPI document; it has more. */

const Reference = z.object({ $ref: z.string() });

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  examples: z.array(z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  get items() {
    return Schema.optional();
  },
  get anyOf() {
    return z.array(Schema).optional();
  },
  get oneOf() {
    return z.array(Schema).optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
});
export type Schema = z.infer<typeof Schema>;

const Parameter = z.object({
  in: z.enum(['query', 'path', 'header', 'cookie']),
  name: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  explode: z.boolean().optional(),
  schema: Schema,
});
export type Parameter = z.infer<typeof Parameter>;

const Content = z.record(z.string(), z.object({ schema: Schema, example: z.unknown().optional() }));
export type Content = z.infer<typeof Content>;

const Answer = z.object({
  description: z.string(),
  'x-codes': z.array(z.string()).optional(),
  content: Content.optional(),
});
export type Answer = z.infer<typeof Answer>;

const Operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.object({ key: z.array(z.string()).optional() })),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, Answer])),
});
export type Operation = z.infer<typeof Operation>;

export const Shown = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    responses: z.record(z.string(), Answer),
  }),
});
export type Shown = z.infer<typeof Shown>;

/** A body that a route takes. */
export interface ShownBody {
  readonly type: string;
  readonly schema: Schema;
  readonly example: unknown;
}

/** A route of the document, with everything that it refers to looked up. */
export interface ShownRoute extends Omit<Operation, 'responses' | 'requestBody'> {
  readonly method: string;
  readonly path: string;
  readonly bodies: readonly ShownBody[];
  readonly answers: readonly (readonly [status: string, answer: Answer])[];
}

export const routesOf = ({ paths, components }: Shown): ShownRoute[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses, requestBody, ...operation }]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      bodies: Object.entries(requestBody?.content ?? {}).map(([type, { schema, example }]) => ({
        type,
        schema,
        example: example ?? meantBy(schema, components.schemas).examples?.[0],
      })),
      answers: Object.entries(responses).flatMap(([status, answer]) => {
        const meant = '$ref' in answer ? components.responses[nameOf(answer.$ref)] : answer;
        return meant ? [[status, meant] as const] : [];
      }),
    })),
  );

const meantBy = (schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema =>
  (schema.$ref === undefined ? undefined : schemas[nameOf(schema.$ref)]) ?? schema;

/** @example nameOf('#/components/schemas/Hit') // 'Hit' */
export const nameOf = (reference: string): string => reference.split('/').at(-1) ?? '';

/** Codes that a route may answer. */
export const codesOf = ({ answers }: ShownRoute): string[] =>
  answers.flatMap(([, answer]) => answer['x-codes'] ?? []);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Response } from 'supertest';
import { expect } from 'vitest';
import { composeAxtar, type Axtar } from '../../src/compose.js';
import { readEnvironment } from '../../src/environment.js';
import { createApp } from '../../src/http/app.js';
import { ARTICLES } from './articles.data.js';
import { ProblemBody } from './shapes.js';

/** What a stack trace or the machine's folders would look like. */
const STACK_OR_FOLDER = /node_modules|\.[jt]s:\d|\bat \w+ \(|\/(?:tmp|home|root|work)\//;

export interface House {
  readonly app: Express;
  readonly axtar: Axtar;
  close(): Promise<void>;
}

/** The HTTP service over an index of our articles, in a folder that goes with it. */
export async function openHouse(): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-http-'));
  const axtar = composeAxtar(readEnvironment({ AXTAR_DATA_DIR: dataDir }));
  const idBase = { name: 'articles', shared: true };
  const articles = ARTICLES.map((record, at) =>
    axtar.toArticle({ place: `articles:${at + 1}`, record, idBase }),
  );
  await axtar.engine.upsert(articles.map(axtar.toDocument));
  return {
    app: createApp(axtar),
    axtar,
    close: async () => {
      await axtar.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Checks everything that every problem has; `paths` are the parameters it is about. */
export function assertProblem(
  response: Response,
  status: number,
  code: string,
  paths: readonly string[] = [],
): ProblemBody {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = ProblemBody.parse(response.body);
  expect(problem).toMatchObject({ status, code, requestId: response.headers['x-request-id'] });
  expect(response.status).toBe(status);
  expect(problem.errors.map(({ path }) => path)).toEqual(paths);
  expect(response.text).not.toMatch(STACK_OR_FOLDER);
  return problem;
}

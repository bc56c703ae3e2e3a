import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Response } from 'supertest';
import { expect } from 'vitest';
import { readEnvironment } from '../../src/environment.js';
import { createApp } from '../../src/http/app.js';
import { composeService, type Service } from '../../src/service.js';
import { ARTICLES } from './articles.data.js';
import { ProblemBody } from './shapes.js';

/** What a stack trace or the machine's folders would look like. */
const STACK_OR_FOLDER = /node_modules|\.[jt]s:\d|\bat \w+ \(|\/(?:tmp|home|root|work)\//;

export interface House {
  readonly app: Express;
  readonly service: Service;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** The HTTP service over an index of our articles, in a folder that goes with it. */
export async function openHouse(variables: NodeJS.ProcessEnv = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-http-'));
  const service = composeService(
    readEnvironment({
      AXTAR_DATA_DIR: dataDir,
      AXTAR_LOG_LEVEL: 'silent',
      AXTAR_SEARCH_RATE_LIMIT: '0',
      // Tests on a busy machine are not to be told that it is busy.
      AXTAR_SEARCH_WAIT_MS: '60000',
      AXTAR_SEARCH_DEADLINE_MS: '60000',
      ...variables,
    }),
  );
  const idBase = { name: 'articles', shared: true };
  const articles = ARTICLES.map((record, at) =>
    service.toArticle({ place: `articles:${at + 1}`, record, idBase }),
  );
  await service.engine.upsert(articles.map(service.toDocument));
  return {
    app: createApp(service),
    service,
    dataDir,
    close: async () => {
      await service.close();
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

import { z } from 'zod';
import { ConfigError } from '../../indexer/config.js';
import { EngineError } from '../../indexer/engine.js';
import { InputError } from '../../indexer/sources/source.js';
import { EnvironmentError } from '../environment.js';
import { KeysError } from '../keys/error.js';
import { WordsError, WordsRefusedError } from '../words/error.js';
import { SourcesError } from '../sync/sources.js';
import { PageTooFarError } from '../search/service.js';
import { EXIT } from './exit.js';

interface Failure {
  readonly message: string;
  readonly exitCode: number;
}

/** A failure as one line for people, and the exit code that goes with it. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof z.ZodError) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { message: problems.join('; '), exitCode: EXIT.unusable };
  }
  if (error instanceof PageTooFarError) {
    return { message: `page: ${error.message}`, exitCode: EXIT.unusable };
  }
  const expected = [
    InputError,
    EnvironmentError,
    ConfigError,
    EngineError,
    KeysError,
    WordsError,
    WordsRefusedError,
    SourcesError,
  ];
  if (expected.some((kind) => error instanceof kind) && error instanceof Error) {
    const busy = error instanceof EngineError && error.code !== 'index_unusable';
    return { message: error.message, exitCode: busy ? EXIT.failed : EXIT.unusable };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: text, exitCode: EXIT.failed };
}

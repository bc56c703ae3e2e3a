import type { Finding } from '../../indexer/lexicon/check.js';

/** Words that cannot be read or kept; the message names the file and the place in it. */
export class WordsError extends Error {
  override readonly name = 'WordsError';
}

/** A change that would make the words contradict themselves; nothing is saved. */
export class WordsRefusedError extends Error {
  override readonly name = 'WordsRefusedError';

  /** @param findings errors first, then warnings */
  constructor(readonly findings: readonly Finding[]) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    super(errors.map(({ message }) => message).join('\n'));
  }
}

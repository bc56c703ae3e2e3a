import { join } from 'node:path';
import type { Operation, Outbox, OutboxOptions } from '../../../src/engines/meilisearch/outbox.js';
import { openOutbox } from '../../../src/engines/meilisearch/outbox.js';
import { makeTemporaryFolder } from '../embedded/folder.js';

export const put = (id: string, document: unknown = { id }): Operation => {
  return { kind: 'put', pk: `pk-${id}`, id, document: JSON.stringify(document) };
};

export const deletion = (id: string): Operation => ({ kind: 'delete', pk: `pk-${id}`, id });

/** A new folder for an outbox and the lock of those who send. */
export interface OutboxFolder {
  readonly file: string;
  readonly lockFile: string;
  /** Opens the outbox once more, as another process would. */
  open(options?: OutboxOptions): Outbox;
  /** Closes whatever was opened, and takes the folder away. */
  remove(): void;
}

export function makeOutboxFolder(): OutboxFolder {
  const folder = makeTemporaryFolder();
  const file = join(folder.path, 'articles.outbox.db');
  const opened: Outbox[] = [];
  const open = (options?: OutboxOptions) => {
    const outbox = openOutbox(file, options);
    opened.push(outbox);
    return outbox;
  };
  const remove = () => {
    for (const outbox of opened) outbox.close();
    folder.remove();
  };
  return { file, lockFile: join(folder.path, 'articles.send.lock'), open, remove };
}

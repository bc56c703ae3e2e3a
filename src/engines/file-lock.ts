import { isLocked, openDatabase } from './database.js';

/**
 * Takes a lock that all processes of this machine see and that ends with its process: an exclusive
 * transaction on a file of its own. Does not wait.
 *
 * @example lockFile('index/rebuild.lock') // () => void, or undefined when somebody else holds it
 * @throws EngineError `index_unusable` when the file cannot be made
 */
export function lockFile(path: string): (() => void) | undefined {
  const lock = openDatabase(path);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isLocked(error)) return undefined;
    throw error;
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

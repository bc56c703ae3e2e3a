import { getSystemErrorMap } from 'node:util';

/**
 * What the operating system says of a failed file operation; undefined for any other error.
 *
 * @example describeSystemError(error) // 'permission denied (EACCES)'
 */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error && 'errno' in error && typeof error.errno === 'number')) {
    return undefined;
  }
  const [code, words] = getSystemErrorMap().get(error.errno) ?? [];
  return words === undefined ? error.message : `${words.replace('directory', 'folder')} (${code})`;
}

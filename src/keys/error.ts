/** Keys that cannot be read or kept; the message names the file and the place in it, never a key. */
export class KeysError extends Error {
  override readonly name = 'KeysError';
}

/** Words of running text repeat so much that this many places hold nearly all. */
const PLACES = 32_768;

/**
 * Keeps at hand what is known of the pieces of a text, found by their letters as they stand in it:
 * no piece need be cut out to be looked up. Every piece has one place, by its letters, where the
 * last one that belongs there lies; `ask` is for the others.
 *
 * @param ask what is known of a piece; its `run` must be that piece
 * @param most how many pieces are kept, at least 1; never more than 32,768
 * @example const know = atHand((run) => ({ run }), 1000); know('bu il', 0, 2).run // 'bu'
 */
export function atHand<Known extends { readonly run: string }>(
  ask: (run: string) => Known,
  most: number,
): (text: string, start: number, end: number) => Known {
  // A power of two, so that the last bits of a hash are a place.
  const size = 2 ** Math.floor(Math.log2(Math.min(PLACES, Math.max(1, most))));
  const places = new Array<Known | undefined>(size).fill(undefined);
  return (text, start, end) => {
    const place = hashOf(text, start, end) & (size - 1);
    const known = places[place];
    if (known !== undefined && standsAt(known.run, text, start, end)) return known;
    return (places[place] = ask(text.slice(start, end)));
  };
}

/** FNV-1a, on UTF-16 units; the upper half is mixed in, for the lower half alone is used. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function standsAt(run: string, text: string, start: number, end: number): boolean {
  if (run.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (run.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  }
  return true;
}

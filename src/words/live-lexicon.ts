import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { overlaid } from './overlay.js';
import type { Overlay } from './record.js';
import type { WordsStore } from './store.js';

/**
 * The lexicon with the editors' own words, as they are whenever somebody looks, whichever process
 * has saved them. An overlay that has become unreadable leaves the words as they were, and is told
 * once to `onNotice`.
 *
 * @throws WordsError when the overlay cannot be read now
 * @example openLexicon(loadLexicon(), openWordsStore('data/words')).synonyms.length // 1369
 */
export function openLexicon(
  shipped: Lexicon,
  store: Pick<WordsStore, 'read'>,
  onNotice: (notice: string) => void = () => undefined,
): Lexicon {
  let known = merge(store.read());
  let trouble: string | undefined;

  function merge(overlay: Overlay) {
    const synonyms: readonly SynonymGroup[] = overlaid(shipped.synonyms, overlay.groups);
    return { overlay, synonyms };
  }

  function current(): readonly SynonymGroup[] {
    try {
      const overlay = store.read();
      if (overlay !== known.overlay) known = merge(overlay);
      trouble = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== trouble) onNotice(`The words stay as they were: ${reason}`);
      trouble = reason;
    }
    return known.synonyms;
  }

  return {
    ...shipped,
    get synonyms() {
      return current();
    },
  };
}

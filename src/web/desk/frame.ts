import type { Language } from '../language.js';

/** What the frame of every page of the desk shows. */
export interface Frame {
  readonly lang: Language;
  /** The address of the page, for the same page in the other language. */
  readonly address: string;
  readonly who: Who;
  readonly index: IndexState;
}

/** Whose key the session has. */
export interface Who {
  readonly role: 'admin' | 'editor';
  /** What the key is called; its id where it has no name. */
  readonly name: string;
}

/** What the index is like now; the figures are absent while the engine is away. */
export interface IndexState {
  readonly engine: 'ok' | 'failed';
  /** Whether everything else is there, too. */
  readonly ready: boolean;
  readonly documents?: number;
  /** RFC 3339. */
  readonly updatedAt?: string;
}

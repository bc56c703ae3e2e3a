/** How a document was scored for one query word. */
export interface WordScore {
  /** Of the layer in which it was met, from 14 for exact down to 1; 0 where it was not. */
  readonly weight: number;
  /** Its best match is in the title. */
  readonly inTitle: boolean;
  /** Of the word itself, the same in every document: the fewer documents have it, the more. */
  readonly information: number;
}

/** How a document answers a query. Documents were compared part by part, the first decides. */
export interface HitScore {
  /**
   * What put the document in its place: `parts` of this score, from `layers` on; its `worth`,
   * because words of the query are lacking or far from each other, after those that have all;
   * or its date alone.
   */
  readonly by: 'parts' | 'worth' | 'date';
  /** Per word of the query; empty where the document was not scored. */
  readonly words: readonly WordScore[];
  /** Words of the shortest stretch that has all words met here; Infinity where none stands. */
  readonly spread: number;
  /** Sum of the words' weights. */
  readonly layers: number;
  /** Sum over neighbouring query words that are neighbours here, of the weaker weight of each. */
  readonly adjacent: number;
  /** How many words have their best match in the title. */
  readonly inTitle: number;
  /** Information of the words, by how often and in how long a field they stand; not rounded. */
  readonly relevance: number;
  /** Relevance as it was compared: in steps, so that the date decides between near ones. */
  readonly step: number;
  /** Relevance, greater near the time of the event that a long query tells of; 0 but by `worth`. */
  readonly worth: number;
}

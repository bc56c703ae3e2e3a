import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import type { WordsVersion } from '../../words/record.js';

/** What became of one group in a version, as people read it. */
export interface ShownEdit {
  readonly id: string;
  readonly head: string;
  readonly became: 'added' | 'changed' | 'dropped' | 'switchedOff' | 'back';
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** What it was and is, where that has changed. */
  readonly heads?: readonly [string, string];
  readonly modes?: readonly [SynonymGroup['mode'], SynonymGroup['mode']];
  /** Something else has changed: the note, what counts only as written. */
  readonly other: boolean;
}

/**
 * Says what a version has changed; `shippedOf` gives a group of `config/`, which stands where the
 * overlay has none.
 *
 * @example showEdits(version, shippedOf)[0] // { id: 'trump', became: 'changed', plus: ['Tramb'], … }
 */
export const showEdits = (
  { edits }: WordsVersion,
  shippedOf: (id: string) => SynonymGroup | undefined,
): ShownEdit[] =>
  edits.flatMap(({ id, before, after }): ShownEdit[] => {
    const shipped = shippedOf(id);
    const [was, is] = [before ?? shipped, after ?? shipped];
    const shown = is ?? was;
    if (!shown) return [];
    const facts = { id, head: shown.head };
    if (!was) return [{ ...facts, became: 'added', plus: shown.members, minus: [], other: false }];
    if (!is) return [{ ...facts, became: 'dropped', plus: [], minus: shown.members, other: false }];
    const offNow = is.mode === 'off' && was.mode !== 'off';
    const became = offNow ? 'switchedOff' : after === undefined ? 'back' : 'changed';
    return [{ ...facts, became, ...differences(was, is) }];
  });

function differences(was: SynonymGroup, is: SynonymGroup) {
  const rest = ({ cased, everyday, note }: SynonymGroup) => JSON.stringify([cased, everyday, note]);
  return {
    plus: is.members.filter((member) => !was.members.includes(member)),
    minus: was.members.filter((member) => !is.members.includes(member)),
    ...(was.head === is.head ? {} : { heads: [was.head, is.head] as const }),
    ...(was.mode === is.mode ? {} : { modes: [was.mode, is.mode] as const }),
    other: rest(was) !== rest(is),
  };
}

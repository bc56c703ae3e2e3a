import { shortHash } from '../../../../indexer/extraction/slug.js';
import type { SynonymGroup } from '../../../../indexer/lexicon/lexicon.js';
import { EngineError } from '../../../../indexer/engine.js';
import { MOST_QUERY_CHARACTERS } from '../../../search/parameters.js';
import type { WordGroup } from '../../../words/groups.js';
import type { WordsChange } from '../../../words/record.js';
import type { Saved } from '../../../words/words.js';
import type { FieldError } from '../../../web/desk/field.js';
import { sayFindings, type SaidFinding } from '../../../web/desk/group-findings.js';
import type { GroupValues } from '../../../web/desk/group-values.js';
import type { Tried } from '../../../web/desk/word-preview.js';
import type { Language } from '../../../web/language.js';
import type { Service } from '../../../service.js';
import type { Caller } from '../../guard/caller.js';
import { readGroup } from './group-form.js';

/** What there is to be said of a form before it is saved. */
export interface Judged {
  readonly id: string;
  /** Absent where the form cannot be read. */
  readonly change?: WordsChange;
  /** What forbids to save it, field by field. */
  readonly errors: readonly FieldError[];
  readonly findings: readonly SaidFinding[];
  /** Names the warnings, so that they are asked about but once. */
  readonly accepted: string;
}

interface By {
  readonly caller: Caller;
  readonly why: string;
}

/** What the pages of a group do with the words. */
export function createGroupDesk({ words }: Pick<Service, 'words'>) {
  const find = (id: string): WordGroup | undefined =>
    id === '' ? undefined : words.groups().find(({ group }) => group.id === id);

  function judgeChange(change: WordsChange, group: SynonymGroup, lang: Language): Judged {
    const heads = new Map(words.effective().map(({ id, head }) => [id, head]));
    const said = sayFindings(lang, words.check(change), group, (id) => heads.get(id) ?? id);
    const errors = said.filter(({ severity }) => severity === 'error');
    return {
      id: group.id,
      change,
      errors: errors.map(({ field, message }) => ({ field, message })),
      findings: said,
      accepted: said.length === 0 ? '' : shortHash(said.map(({ exactly }) => exactly).join('\n')),
    };
  }

  function judge(values: GroupValues, lang: Language): Judged {
    const ids = new Set(words.effective().map(({ id }) => id));
    const { group, errors } = readGroup(values, lang, (id) => ids.has(id));
    if (!group) return { id: values.id, errors, findings: [], accepted: '' };
    return judgeChange({ set: [group] }, group, lang);
  }

  /** What a change would do to a query. */
  async function attempt(values: GroupValues, lang: Language, query: string): Promise<Tried> {
    const q = query.trim();
    if (q === '' || q.length > MOST_QUERY_CHARACTERS) return { became: 'noQuery' };
    const { group } = readGroup(values, lang, () => false);
    if (!group) return { became: 'waiting' };
    try {
      return { became: 'seen', preview: await words.preview({ set: [group] }, q) };
    } catch (error) {
      if (error instanceof EngineError) return { became: 'late' };
      throw error;
    }
  }

  return {
    find,
    judge,
    judgeUnset: ({ group, shipped }: WordGroup, lang: Language): Judged =>
      judgeChange({ unset: [group.id] }, shipped ?? group, lang),
    attempt,
    save: (change: WordsChange, { caller: { keyId }, why }: By): Saved =>
      words.save(change, {
        ...(keyId === undefined ? {} : { by: keyId }),
        ...(why.trim() === '' ? {} : { note: why.trim() }),
      }),
  };
}

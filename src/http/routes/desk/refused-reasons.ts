import type { WordsRefusedError } from '../../../words/error.js';
import type { Words } from '../../../words/words.js';
import { sayFindings } from '../../../web/desk/group-findings.js';
import type { Language } from '../../../web/language.js';

/** Makes what says in words why a change was refused. */
export const createReasons =
  (words: Pick<Words, 'effective'>) =>
  ({ findings }: WordsRefusedError, lang: Language): string[] => {
    const groups = new Map(words.effective().map((group) => [group.id, group]));
    const headOf = (id: string) => groups.get(id)?.head ?? id;
    const nobody = { id: '', mode: 'mutual', head: '', members: [] } as const;
    return findings
      .filter(({ severity }) => severity === 'error')
      .flatMap((finding) => sayFindings(lang, [finding], nobody, headOf))
      .map(({ message }) => message);
  };

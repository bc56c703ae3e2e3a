import type { Finding } from '../../../indexer/lexicon/check.js';
import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import type { Language } from '../language.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';

/** What the checks say of a group, in the language of the page. */
export interface SaidFinding {
  readonly severity: Finding['severity'];
  /** Field of the form that it is about. */
  readonly field: 'mode' | 'head' | 'members';
  readonly message: string;
  /** As the check says it itself. */
  readonly exactly: string;
  /** The other groups that it is about, with what they are called. */
  readonly others: readonly { readonly id: string; readonly head: string }[];
}

/**
 * Says findings about a group; `headOf` gives what another group is called.
 *
 * @example sayFindings('az', words.check({ set: [group] }), group, headOf)[0]?.field // 'members'
 */
export const sayFindings = (
  lang: Language,
  findings: readonly Finding[],
  group: SynonymGroup,
  headOf: (id: string) => string,
): SaidFinding[] =>
  findings.map((finding) => {
    const { severity, reason, phrases, message } = finding;
    const others = finding.groups
      .filter((id) => id !== group.id)
      .map((id) => ({ id, head: headOf(id) }));
    const say = WORDS_WORDS[lang].reasons[reason];
    return {
      severity,
      field: fieldOf(finding, group),
      message: say(listed(phrases), listed(others.map(({ head }) => head))),
      exactly: message,
      others,
    };
  });

function fieldOf({ reason, phrases }: Finding, group: SynonymGroup): SaidFinding['field'] {
  if (reason === 'leads-back' || reason === 'switched-off') return 'mode';
  return phrases.some((phrase) => group.members.includes(phrase)) ? 'members' : 'head';
}

const listed = (values: readonly string[]): string =>
  [...new Set(values)].map((value) => `“${value}”`).join(', ');

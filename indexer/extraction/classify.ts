import { isItem } from './lines.js';
import { isMenu, isSiteName } from './menu.js';
import { readMeta } from './meta.js';
import type { Meta } from './meta.js';
import type { ExtractionRules } from './rules.js';
import { countWords, endsSentence, foldText, splitSentences } from './text.js';

/**
 * What a line is taken for:
 * - `sentence`: running text, the sign of an article;
 * - `remark`: a short sentence, text only beside other text;
 * - `item`: of a list, or a turn of a dialogue;
 * - `loose`: anything without a full stop: a title, a heading, a signature, a headline;
 * - `crumb`: the path of rubrics above a title, which may end in the title (`last`);
 * - `meta`, `menu`; `tail`: heading of a list of other stories; `aside`: the same within a text.
 */
export type LineKind =
  'sentence' | 'remark' | 'item' | 'loose' | 'crumb' | 'meta' | 'menu' | 'tail' | 'aside';

export interface Line {
  readonly text: string;
  readonly kind: LineKind;
  readonly meta?: Meta;
  readonly last?: string;
}

/**
 * Tells what a line of a page is.
 *
 * @example classifyLine('Ən çox oxunanlar', rules).kind // 'tail'
 */
export function classifyLine(text: string, rules: ExtractionRules): Line {
  const folded = foldText(text);
  const heading = folded.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '').replace(/\s*\(?\d+$/u, '');
  if (rules.asideLines.has(heading)) return { text, kind: 'aside' };
  if (rules.tailLines.has(heading)) return { text, kind: 'tail' };
  if (isMenu(text, rules) || isSiteName(text, rules)) return { text, kind: 'menu' };
  const meta = readMeta(text, rules);
  if (meta !== undefined) return { text, kind: 'meta', meta };
  return readCrumb(text, rules) ?? { text, kind: textKind(text, rules) };
}

/** `/ / Title`, `Ana səhifə » Siyasət » Title`: all parts but the last are rubrics. */
function readCrumb(text: string, rules: ExtractionRules): Line | undefined {
  const parts = text.split(/\s*[/>»›→|]\s*/u);
  const rubrics = parts.slice(0, -1);
  const last = parts.at(-1) ?? '';
  const isRubric = (part: string): boolean => part === '' || isMenu(part, rules);
  if (rubrics.length === 0 || !rubrics.every(isRubric)) return undefined;
  return { text, kind: 'crumb', last };
}

const FEW_WORDS = 8;
const LONG = 150;

function textKind(text: string, rules: ExtractionRules): LineKind {
  if (isItem(text)) return 'item';
  const sentences = splitSentences(text, rules.abbreviations).length;
  const stopped = /(?<!\.)\.["”»'’)\]]*$/u.test(text);
  if (sentences > 1 && (text.length > LONG || (stopped && countWords(text) >= FEW_WORDS)))
    return 'sentence';
  if (stopped) return countWords(text) >= FEW_WORDS ? 'sentence' : 'remark';
  if (/[:;]$/u.test(text) && countWords(text) >= FEW_WORDS) return 'sentence';
  return endsSentence(text) || /[,:;]$/u.test(text) ? 'remark' : 'loose';
}

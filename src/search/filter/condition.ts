import type { Filter, ValueAttribute } from '../../../indexer/filter.js';
import {
  isDateAttribute,
  readAttribute,
  type Attribute,
  type DateAttribute,
} from './attributes.js';
import type { Cursor } from './cursor.js';
import { DATE_VALUES, spanOf, type Span } from './dates.js';
import { FilterSyntaxError } from './error.js';
import type { FilterBudget } from './limits.js';
import type { FilterNames } from './names.js';
import { show, type Token } from './tokens.js';

export interface ParseDeps {
  readonly cursor: Cursor;
  readonly budget: FilterBudget;
  readonly names: FilterNames;
}

/**
 * Reads one condition: an attribute, and what is said of it.
 * @throws FilterSyntaxError
 */
export function readCondition(deps: ParseDeps): Filter {
  const { cursor, budget } = deps;
  const { position } = cursor.peek();
  const attribute = readAttribute(cursor.next(), deps.names.aliases);
  budget.condition(position);
  const said = readPresence(attribute, deps) ?? readList(attribute, deps);
  if (said) return said;
  return isDateAttribute(attribute) ? readTime(attribute, deps) : readValue(attribute, deps);
}

function readPresence(attribute: Attribute, { cursor }: ParseDeps): Filter | undefined {
  const exists: Filter = { exists: isDateAttribute(attribute) ? 'date' : attribute };
  return cursor.take('EXISTS') ? exists : undefined;
}

/** `IN`, and what may stand after `NOT`. */
function readList(attribute: Attribute, deps: ParseDeps): Filter | undefined {
  const { cursor } = deps;
  if (cursor.take('IN')) return among(attribute, readValues(deps), deps.names);
  if (!cursor.take('NOT')) return undefined;
  const said = readPresence(attribute, deps);
  if (said) return { not: said };
  if (!cursor.take('IN')) throw cursor.missing('IN or EXISTS after NOT');
  return { not: among(attribute, readValues(deps), deps.names) };
}

function readValues(deps: ParseDeps): Token[] {
  const { cursor } = deps;
  if (!cursor.take('[')) throw cursor.missing('a list in [ ]');
  const values: Token[] = [];
  if (cursor.take(']')) return values;
  do values.push(takeValue(deps));
  while (cursor.take(','));
  if (!cursor.take(']')) throw cursor.missing('"," or "]"');
  return values;
}

function takeValue({ cursor, budget }: ParseDeps): Token {
  const { kind, position } = cursor.peek();
  if (kind === 'keyword') throw cursor.missing('a value (a keyword as a value needs quotes)');
  if (kind !== 'word' && kind !== 'quoted') throw cursor.missing('a value');
  budget.value(position);
  return cursor.next();
}

function among(attribute: Attribute, values: readonly Token[], names: FilterNames): Filter {
  if (!isDateAttribute(attribute)) return hasOneOf(attribute, values, names);
  const spans = values.map((value) => toSpan(attribute, value));
  const [only] = spans;
  return spans.length === 1 && only ? only : { any: spans };
}

function hasOneOf(attribute: ValueAttribute, values: readonly Token[], names: FilterNames): Filter {
  const resolved = values.flatMap(({ text }) => RESOLVE[attribute](text, names));
  return { attribute, in: [...new Set(resolved)] };
}

const exactly = (value: string): readonly string[] => [value];

const RESOLVE: Readonly<
  Record<ValueAttribute, (value: string, names: FilterNames) => readonly string[]>
> = {
  id: exactly,
  source: exactly,
  lang: exactly,
  topic: (label, names) => [names.topicId(label)],
  author: (name, names) => names.authorIds(name),
};

function readValue(attribute: ValueAttribute, deps: ParseDeps): Filter {
  const { cursor, names } = deps;
  if (cursor.take('=')) return hasOneOf(attribute, [takeValue(deps)], names);
  if (cursor.take('!=')) return { not: hasOneOf(attribute, [takeValue(deps)], names) };
  throw cursor.missing(`=, !=, IN, NOT IN, EXISTS or NOT EXISTS after ${attribute}`);
}

const COMPARISONS: Readonly<Record<string, (span: Span) => Filter>> = {
  '=': (span) => span,
  '!=': (span) => ({ not: span }),
  '>': ({ to }) => ({ from: to + 1 }),
  '>=': ({ from }) => ({ from }),
  '<': ({ from }) => ({ to: from - 1 }),
  '<=': ({ to }) => ({ to }),
};

function readTime(attribute: DateAttribute, deps: ParseDeps): Filter {
  const { cursor } = deps;
  const { kind, text } = cursor.peek();
  if (kind === 'word' || kind === 'quoted') return readRange(attribute, deps);
  const compare = kind === 'sign' ? COMPARISONS[text] : undefined;
  if (!compare) {
    const signs = Object.keys(COMPARISONS).join(', ');
    throw cursor.missing(`${signs}, IN, EXISTS, NOT or a range after ${attribute}`);
  }
  cursor.next();
  return compare(toSpan(attribute, takeValue(deps)));
}

function readRange(attribute: DateAttribute, deps: ParseDeps): Filter {
  const first = toSpan(attribute, takeValue(deps));
  if (!deps.cursor.take('TO')) throw deps.cursor.missing('TO and the end of the range');
  const token = takeValue(deps);
  const last = toSpan(attribute, token);
  if (first.from <= last.to) return { from: first.from, to: last.to };
  const expected = 'an end of the range that is not before its beginning';
  throw new FilterSyntaxError(token.position, expected, { found: show(token) });
}

function toSpan(attribute: DateAttribute, token: Token): Span {
  const span = spanOf(attribute, token.text);
  if (span) return span;
  const { position } = token;
  throw new FilterSyntaxError(position, DATE_VALUES[attribute], { found: show(token) });
}

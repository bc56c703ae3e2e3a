import { VALUE_ATTRIBUTES } from '../../../indexer/filter.js';
import { countEdits } from '../../nearest-name.js';
import { FilterSyntaxError } from './error.js';
import { show, type Token } from './tokens.js';

/** Attributes of one date, at three sizes. */
export const DATE_ATTRIBUTES = ['date', 'year', 'month'] as const;
export type DateAttribute = (typeof DATE_ATTRIBUTES)[number];

/** What the filter language calls by name. */
export const ATTRIBUTES = [...VALUE_ATTRIBUTES, ...DATE_ATTRIBUTES] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export const isDateAttribute = (attribute: Attribute): attribute is DateAttribute =>
  DATE_ATTRIBUTES.some((known) => known === attribute);

/** @throws FilterSyntaxError that names the nearest attribute, when there is one */
export function readAttribute(
  token: Token,
  aliases: ReadonlyMap<string, Attribute> = new Map(),
): Attribute {
  const named = token.kind === 'word' || token.kind === 'quoted';
  const own = named ? ATTRIBUTES.find((known) => known === token.text) : undefined;
  const attribute = own ?? (named ? aliases.get(token.text) : undefined);
  if (attribute !== undefined) return attribute;
  const nearest = named ? nearestAttribute(token.text) : undefined;
  throw new FilterSyntaxError(
    token.position,
    `an attribute (${[...ATTRIBUTES, ...aliases.keys()].join(', ')})`,
    {
      found: show(token),
      ...(nearest === undefined ? {} : { nearest }),
    },
  );
}

const MOST_EDITS = 2;

/** `topik` and `Topics` mean `topic`, `language` means `lang`; `price` means nothing we know. */
function nearestAttribute(name: string): Attribute | undefined {
  const small = name.toLowerCase();
  const distances = ATTRIBUTES.map((attribute) => {
    const begins = small.startsWith(attribute) || (small !== '' && attribute.startsWith(small));
    return { attribute, edits: begins ? 0 : countEdits(small, attribute) };
  });
  const [best] = distances.sort((one, other) => one.edits - other.edits);
  // Half of the letters changed is another word.
  const near = best && best.edits <= MOST_EDITS && best.edits * 2 < best.attribute.length;
  return near ? best.attribute : undefined;
}

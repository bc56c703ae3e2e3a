import { ATTRIBUTES, chooseAttributes, type AttributeName } from './attributes.js';
import type { Format } from './formatted.js';
import type { SearchBody } from './request.js';

const USUAL_CROP = 10;

type Asked = Pick<
  SearchBody,
  | 'attributesToRetrieve'
  | 'attributesToHighlight'
  | 'highlightPreTag'
  | 'highlightPostTag'
  | 'attributesToCrop'
  | 'cropLength'
  | 'cropMarker'
>;

/** How hits are to be shown, with what Meilisearch does unless said. */
export const formatOf = (asked: Asked): Format => ({
  preTag: asked.highlightPreTag ?? '<em>',
  postTag: asked.highlightPostTag ?? '</em>',
  cropMarker: asked.cropMarker ?? '…',
  highlighted: new Set(chooseAttributes(asked.attributesToHighlight ?? [])),
  cropped: cropsOf(asked.attributesToCrop ?? [], asked.cropLength ?? USUAL_CROP),
  retrieved: asked.attributesToRetrieve ? chooseAttributes(asked.attributesToRetrieve) : ATTRIBUTES,
});

/**
 * The words to keep of each attribute.
 *
 * @example cropsOf(['body:20', 'title'], 10) // Map { 'body' => 20, 'title' => 10 }
 */
export function cropsOf(
  entries: readonly string[],
  usual: number,
): ReadonlyMap<AttributeName, number> {
  const crops = entries.flatMap((entry) => {
    const [, name = '', length] = /^(.*?)(?::(\d{1,5}))?$/su.exec(entry) ?? [];
    const words = length === undefined ? usual : Number(length);
    return chooseAttributes([name]).map((attribute) => [attribute, words] as const);
  });
  return new Map(crops);
}

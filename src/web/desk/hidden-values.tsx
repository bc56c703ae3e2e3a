import type { ArticleValues } from './values.js';

/** What a form holds, kept in another form. */
export const HiddenValues = ({ values }: { readonly values: ArticleValues }) => (
  <>
    {Object.entries(values).flatMap(([name, value]: [string, string | readonly string[]]) =>
      (typeof value === 'string' ? [value] : value).map((one) => (
        <input type="hidden" name={name} value={one} />
      )),
    )}
  </>
);

interface MarkedFacts {
  /** HTML of the search: escaped, with `<mark>` as its only tag. */
  readonly html: string | undefined;
  /** In its place, where there is none. */
  readonly text?: string | undefined;
}

/** A text with what was met marked. */
export const Marked = ({ html, text = '' }: MarkedFacts) =>
  html === undefined ? <span>{text}</span> : <span dangerouslySetInnerHTML={{ __html: html }} />;

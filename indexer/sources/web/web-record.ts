/**
 * What a page, an item of a feed or a post of WordPress says, with the fields of a record; what it
 * does not say is absent or undefined.
 */
export interface WebRecord {
  readonly id: string;
  readonly url: string;
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly body: string;
  readonly author?: string | undefined;
  readonly authorRole?: string | undefined;
  /** RFC 3339. */
  readonly date?: string | undefined;
  readonly source?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** A piece of HTML whose texts are escaped. */
export interface Html {
  readonly html: string;
}

export type Content = string | number | undefined | Html | readonly Content[];

/**
 * HTML with everything put into it escaped, but what is HTML already.
 *
 * @example html`<b>${'1 < 2'}</b>` // { html: '<b>1 &lt; 2</b>' }
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html => ({
  html: parts.map((part, at) => part + textOf(values[at])).join(''),
});

function textOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'object') return 'html' in content ? content.html : joined(content);
  return escapeHtml(String(content));
}

const joined = (contents: readonly Content[]): string => contents.map(textOf).join('');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Running text, with `code` in backticks. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;

/** Paragraphs of running text, with empty lines between. */
export const paragraphs = (text: string): Html =>
  html`${text.split(/\n\s*\n/).map((part) => html`<p>${prose(part)}</p>`)}`;

import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from './language.js';

export interface DocumentFacts {
  readonly lang: Language;
  readonly title: string;
  /** Names of stylesheets in `assets/`, without `.css`; `style` comes first and by itself. */
  readonly styles: readonly string[];
  /** Names of modules in `client/`, without `.js`, the first the one that runs. */
  readonly scripts?: readonly string[];
  /** Kept from search engines: pages of results and the desk. */
  readonly hidden?: boolean;
  readonly children: ComponentChildren;
}

/** A whole page, with what every page of the service has in its head. */
export function Document({ lang, title, styles, scripts = [], hidden, children }: DocumentFacts) {
  const [main, ...modules] = scripts;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#f5f8f8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1719" media="(prefers-color-scheme: dark)" />
        {hidden && <meta name="robots" content="noindex" />}
        <title>{title}</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        {['style', ...styles].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
        {modules.map((name) => (
          <link rel="modulepreload" href={`/scripts/${name}.js`} />
        ))}
        {main !== undefined && <script type="module" src={`/scripts/${main}.js`} />}
      </head>
      <body>{children}</body>
    </html>
  );
}

/**
 * The page as it is sent; every text in it is escaped.
 *
 * @example renderDocument(<Document lang="az" title="a < b" styles={[]}>…</Document>) // '<!doctype html><html lang="az">…'
 */
export const renderDocument = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

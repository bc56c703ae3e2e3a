import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { Article } from '../../indexer/article.js';
import { ARGUMENTS, executablePath, missing, watchErrors } from './browser.js';
import { startPortal, type Portal } from './portal.js';
import { startService, type Started } from './service.js';

export interface EmbedFixture {
  readonly browser: Browser;
  readonly page: Page;
  readonly portal: Portal;
  readonly service: Started;
  /** Opens a page of the portal with this in its body. */
  readonly open: (body: string, how?: Opening) => Promise<void>;
}

interface Opening {
  readonly path?: string;
  readonly query?: string;
  /** What stands in the head, after the script of the box. */
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Articles whose texts try to be markup. */
const HOSTILE: readonly Article[] = [
  {
    id: 'hiylə',
    title: 'Hiylə <img src=x onerror="window.hurt=1"> &lt;mark&gt; </mark><script>hurt=1</script>',
    body: 'Hiylə haqqında <svg onload="window.hurt=1"> mətn & daha çox.',
    author: 'Əli <b>Qara</b>',
    topics: ['cemiyyet'],
    date: '2022-02-03T08:00:00+04:00',
    source: '<i>Mənbə</i>',
    lang: 'az',
  },
];

/**
 * A `describe` whose tests get a page of a portal and a service that lets it in, unless the
 * variables say otherwise. Skipped where there is no Chromium.
 */
export function describeEmbed(
  name: string,
  variables: Readonly<Record<string, string>>,
  tests: (fixture: () => EmbedFixture) => void,
): void {
  if (missing) console.warn(`${name}: skipped, no Chromium at ${executablePath} (CHROMIUM_PATH)`);
  describe.skipIf(missing)(name, () => {
    let portal: Portal;
    let service: Started;
    let browser: Browser;
    let page: Page;
    let errors: string[];
    beforeAll(async () => {
      portal = await startPortal();
      service = await startService({ AXTAR_CORS_ORIGINS: portal.origin, ...variables }, HOSTILE);
      browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    });
    afterAll(async () => {
      await browser.close();
      await service.close();
      await portal.close();
    });
    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
      errors = watchErrors(page);
    });
    afterEach(async () => {
      await page.close();
      expect(errors.filter((error) => !error.includes('blocked by CORS policy'))).toEqual([]);
    });
    const open: EmbedFixture['open'] = async (body, how = {}) => {
      const { path = '/', query = '', head = '', headers = {} } = how;
      const address = portal.publish(path, pageWith(service.url, body, head), headers);
      await page.goto(address + query);
    };
    tests(() => ({ browser, page, portal, service, open }));
  });
}

const pageWith = (service: string, body: string, head: string): string =>
  `<!doctype html><html lang="az"><head><meta charset="utf-8"><title>Portal</title>
<meta name="viewport" content="width=device-width">
<script type="module" src="${service}/scripts/axtar-search.js"></script>${head}</head>
<body><main><h1>Portal</h1>${body}</main></body></html>`;

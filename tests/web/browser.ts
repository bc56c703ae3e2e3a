import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect } from 'vitest';
import { startService } from './service.js';

export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const missing = !existsSync(executablePath);
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
];

/** The page under test, fresh before each test and with nothing gone wrong after it. */
export interface Fixture {
  readonly browser: Browser;
  readonly page: Page;
  readonly url: string;
}

/**
 * A `describe` whose tests get a page of a running service through `fixture()`. Without Chromium
 * (`CHROMIUM_PATH`, default /usr/bin/chromium) its tests are skipped and the reason is printed.
 */
export function describePage(name: string, tests: (fixture: () => Fixture) => void): void {
  if (missing) console.warn(`${name}: skipped, no Chromium at ${executablePath} (CHROMIUM_PATH)`);
  describe.skipIf(missing)(name, () => {
    let service: Awaited<ReturnType<typeof startService>>;
    let browser: Browser;
    let page: Page;
    let errors: string[];
    beforeAll(async () => {
      service = await startService();
      browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    });
    afterAll(async () => {
      await browser.close();
      await service.close();
    });
    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      errors = watchErrors(page);
    });
    afterEach(async () => {
      await page.close();
      expect(errors).toEqual([]);
    });
    tests(() => ({ browser, page, url: service.url }));
  });
}

/** Exceptions and breaches of the content security policy; a refused request is no error. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) errors.push(message.text());
  });
  return errors;
}

/** The value of a parameter of the page's address: `parameter(page, 'q')` -> `Tokayev`. */
export const parameter = (page: Page, name: string): string | null =>
  new URL(page.url()).searchParams.get(name);

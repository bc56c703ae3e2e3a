import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { z } from 'zod';
import type { Service } from '../../../src/service.js';
import { listen } from '../../http/callers.js';
import { openHouse, type House } from '../../http/house.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A desk that runs, and a fresh page that shows nothing yet. */
export interface DeskFixture {
  readonly browser: Browser;
  readonly page: Page;
  readonly url: string;
  readonly service: Service;
  /** Key of an editor. */
  readonly key: string;
}

/**
 * A `describe` whose tests get a page and the service behind it; skipped where there is no Chromium.
 * After each test nothing may have gone wrong on the page, the policy for its content included.
 */
export function describeDesk(name: string, tests: (fixture: () => DeskFixture) => void): void {
  if (missing) console.warn(`${name}: skipped, no Chromium at ${executablePath} (CHROMIUM_PATH)`);
  describe.skipIf(missing)(name, () => {
    let house: House;
    let server: Awaited<ReturnType<typeof listen>>;
    let browser: Browser;
    let page: Page;
    let key: string;
    let errors: string[];
    beforeAll(async () => {
      house = await openHouse();
      server = await listen(house.app);
      key = house.service.keys.create({ role: 'editor', name: 'Redaksiya' }).key;
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
      await house.close();
    });
    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      errors = watchErrors(page);
    });
    afterEach(async () => {
      await page.close();
      expect(errors).toEqual([]);
    });
    tests(() => ({ browser, page, url: server.url, service: house.service, key }));
  });
}

/** Exceptions and breaches of the content security policy; a refused request is no error. */
function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) errors.push(message.text());
  });
  return errors;
}

/** Opens a page of the desk with a key, by the form as people do. */
export async function signIn(
  { page, url, key }: Pick<DeskFixture, 'page' | 'url' | 'key'>,
  path = '/desk',
): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.locator('#key').fill(key);
  await page.keyboard.press('Enter');
  await page.locator('.desk-sections').waitFor();
  // The page can be seen before its scripts have run.
  await page.waitForLoadState('load');
}

const Findings = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ target: z.unknown() })) }),
  ),
});

/** Asserts that axe finds nothing on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = Findings.parse(await page.evaluate('axe.run()'));
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }));
  expect(found).toEqual([]);
}

/** The text of what has the focus. */
export const focused = async (page: Page): Promise<string> =>
  z.string().parse(await page.evaluate('document.activeElement?.textContent ?? ""'));

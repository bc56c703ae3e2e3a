import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const Findings = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ target: z.unknown() })) })),
});

/** Asserts that axe finds nothing on the page; it is run from outside, past the page's own policy. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = Findings.parse(await page.evaluate('axe.run()'));
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }))).toEqual([]);
}

/** Opens a page of the desk with a key, by the form as people do. */
export async function signIn(page: Page, url: string, key: string, path = '/desk'): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.getByLabel('Giriş açarı').fill(key);
  await page.getByRole('button', { name: 'Daxil ol' }).click();
  await page.getByRole('navigation', { name: 'Bölmələr' }).waitFor();
}

/** What has the focus, by its text. */
export const focusedText = (page: Page): Promise<unknown> =>
  page.evaluate('document.activeElement?.textContent');

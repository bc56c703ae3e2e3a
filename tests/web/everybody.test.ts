import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './axe.js';
import { describePage } from './browser.js';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

interface State {
  readonly path: string;
  /** What the reader does before the page is looked at. */
  readonly reach?: (page: Page) => Promise<void>;
}

const STATES: Readonly<Record<string, State>> = {
  beginning: { path: '/' },
  results: { path: '/?q=Tokayev&topic=siyaset&topic=neqliyyat' },
  unfolded: {
    path: '/?q=Tokayev',
    reach: async (page) => {
      await page.locator('.why summary').first().click();
      await page.getByText('başlıqda').first().waitFor();
    },
  },
  'with proposals': {
    path: '/',
    reach: async (page) => {
      await page.locator('#q').pressSequentially('tok');
      await page.locator('#suggestions').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.getByText('2 nəticə').waitFor();
    },
  },
  nothing: { path: '/?q=qwxzr&topic=siyaset' },
  unreachable: {
    path: '/?q=Tokayev',
    reach: async (page) => {
      await page.context().setOffline(true);
      await page.locator('#sort').selectOption('date:asc');
      await page.locator('#trouble').waitFor();
    },
  },
  refused: { path: '/?page=99999' },
  article: { path: '/articles/dehliz?q=Tokayev' },
  why: { path: '/articles/dehliz/why?q=Tokayev' },
};

describePage('everybody can use the page', (fixture) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    describe.each(['phone', 'desktop'] as const)('%s', (size) => {
      it.each(Object.keys(STATES))('%s', async (name) => {
        const { page, url } = fixture();
        await page.setViewportSize(SIZES[size]);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const state = STATES[name];
        await page.goto(url + (state?.path ?? ''));
        await state?.reach?.(page);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SIZES[size].width);
      });
    });
  });

  it('leads past the masthead with the first key', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('results');
  });
});

import { expect, it } from 'vitest';
import { z } from 'zod';
import { PROBLEMS } from '../../src/http/problem.js';
import { describePage } from './browser.js';

/** Where the links of a page lead: its own anchors, and elsewhere. */
const LINKS = `[...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))`;
const IDS = `[...document.querySelectorAll('[id]')].map(({ id }) => id)`;

const strings = async (given: Promise<unknown>) => z.array(z.string()).parse(await given);

describePage('the page of the API', (fixture) => {
  it('has examples that are answered, in Azerbaijani', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/docs`);
    const links = (await strings(page.evaluate(LINKS))).filter((link) => !link.startsWith('#'));
    expect(links).toContain('/v1/search?q=Tokayev&facets=topic');
    expect(links).toContain('/v1/similar/sefer');
    expect(links.length).toBeGreaterThan(30);
    for (const link of new Set(links)) {
      const answer = await page.request.get(url + link);
      expect(`${answer.status()} ${link}`).toBe(`200 ${link}`);
    }
  });

  it('has lines for the command line that hold the address of this service', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/docs`);
    const lines = await page.locator('pre code', { hasText: 'curl' }).allTextContents();
    expect(lines).toContain(
      `curl -G '${url}/v1/search' \\\n  --data-urlencode 'q=Tokayev' \\\n  --data-urlencode 'facets=topic'`,
    );
    expect(lines.every((line) => line.includes(url))).toBe(true);
  });

  it('has an anchor for each code and each thing that it points to, once', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/docs`);
    const ids = await strings(page.evaluate(IDS));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(PROBLEMS)));
    const anchors = (await strings(page.evaluate(LINKS))).filter((link) => link.startsWith('#'));
    expect(ids).toEqual(expect.arrayContaining(anchors.map((link) => link.slice(1))));
  });

  it('leads from a problem to what it means', async () => {
    const { page, url } = fixture();
    const refused = await page.request.get(`${url}/v1/search?page=0`);
    const { type } = z.object({ type: z.string() }).parse(await refused.json());
    await page.goto(url + type);
    expect(await page.locator(':target').textContent()).toContain('invalid_parameter');
  });

  it('is ordered for those who do not see it', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/docs`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('navigation', { name: 'Contents' }).count()).toBe(1);
    const levels = await strings(
      page.evaluate(
        `[...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => tagName[1])`,
      ),
    );
    const jumps = levels.filter((level, at) => Number(level) > Number(levels[at - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
    expect(await page.locator('img:not([alt]), a:empty, th:not([scope])').count()).toBe(0);
  });

  it.each([390, 1280])('fits a window of %i pixels', async (width) => {
    const { page, url } = fixture();
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${url}/docs`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('is dark where that is wanted', async () => {
    const { page, url } = fixture();
    const ground = 'getComputedStyle(document.body).backgroundColor';
    await page.goto(`${url}/docs`);
    const light = await page.evaluate(ground);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(ground)).not.toBe(light);
  });
});

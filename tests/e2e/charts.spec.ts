import { expect, test, type Page } from '@playwright/test';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { textCollisions } from './support/text-collisions.ts';

const pages = ['results', 'results/items', 'results/scales', 'results/groups', 'results/change'];

/** A metric with groups, one with risks, one with drift: figures of each kind. */
async function watchedPages(page: Page): Promise<string[]> {
  await page.goto(`${baseUrl()}/board/monitoring`);
  await page
    .getByRole('link', { name: /Emergency triage helper/ })
    .filter({ hasText: 'Emergency department' })
    .click();
  const found = [];
  for (const name of ['Sensitivity:', 'Calibration:', 'Drift of scores:']) {
    found.push(await page.getByRole('link', { name }).getAttribute('href'));
  }
  return found.filter((href) => href !== null);
}

for (const language of ['ar', 'zh', 'de']) {
  test(`words of charts stay apart in ${language}, on every screen and on paper`, async ({
    browser,
  }) => {
    const { context, page } = await openBrowser(browser, { locale: 'en-GB' });
    await signIn(page, 'researcher');
    await page.goto(`${baseUrl()}/studies`);
    const study = await page.getByRole('link', { name: /\(demo\)/ }).getAttribute('href');
    const watched = await watchedPages(page);
    const addresses = [...pages.map((name) => `${study ?? ''}/${name}`), '/board', ...watched];
    for (const address of addresses) {
      await page.goto(`${baseUrl()}${address}?lang=${language}`);
      await expect(page.locator('.chart').first()).toBeVisible();
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        // On wide screens an interactive drawing takes the place of the first one.
        if (width >= 768 && address.endsWith('/items')) {
          await expect(
            page.locator('.chart-live .recharts-yAxis-tick-labels text'),
          ).not.toHaveCount(0);
        }
        expect.soft(await textCollisions(page), `${address} at ${width}`).toEqual([]);
      }
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.chart-live')).toHaveCount(0);
      expect.soft(await textCollisions(page), `${address} printed`).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
    }
    await context.close();
  });
}

test('a table that scrolls on a phone keeps the words of its tags whole', async ({ browser }) => {
  const { context, page } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(page, 'researcher');
  await watchedPages(page);
  const drift = page.getByRole('link', { name: 'Drift of inputs' });
  const address = await drift.getAttribute('href');
  for (const language of ['de', 'ru']) {
    await page.goto(`${baseUrl()}${address ?? ''}?lang=${language}`);
    await page.setViewportSize({ width: 360, height: 900 });
    const tags = page.locator('#drift .tag');
    const heights = await tags.evaluateAll((all) => all.map((tag) => tag.clientHeight));
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.max(...heights)).toBeLessThan(40);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
  await context.close();
});

import { expect, test } from '@playwright/test';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';

test('the menu of a phone closes on Escape, and its button has the focus', async ({ browser }) => {
  const { context, page } = await openBrowser(browser, { viewport: { width: 320, height: 720 } });
  await signIn(page, 'researcher');
  const menu = page.locator('summary', { hasText: 'Menu' });
  await menu.click();
  const studies = page.locator('.navigation-compact').getByRole('link', { name: 'Studies' });
  await studies.focus();
  // Until the script has arrived the key does nothing.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(studies).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(menu).toBeFocused();
  await context.close();
});

test('a wave is named above its number, and no address breaks inside a word', async ({
  browser,
}) => {
  const { context, page } = await openBrowser(browser, { viewport: { width: 320, height: 720 } });
  await signIn(page, 'administrator');
  await page.goto(`${baseUrl()}/settings/people`);
  const linesOfParts = await page.locator('#people span[dir=ltr]').evaluateAll((addresses) =>
    addresses.flatMap((address) =>
      [...address.childNodes].map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getClientRects().length;
      }),
    ),
  );
  expect(linesOfParts.length).toBeGreaterThan(0);
  expect(Math.max(...linesOfParts)).toBe(1);
  await page.goto(`${baseUrl()}/studies`);
  await page
    .getByRole('link', { name: /\(demo\)/ })
    .first()
    .click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}/);
  await page.goto(`${page.url()}/waves`);
  const row = page.locator('#waves tbody tr').first();
  const name = await row.getByRole('rowheader').boundingBox();
  const number = await row.getByRole('cell').first().boundingBox();
  expect(name?.y).toBeLessThan(number?.y ?? 0);
  await context.close();
});

import { expect, test } from '@playwright/test';
import { baseUrl, openBrowser } from './support/fixtures.ts';

const words = 'Let me say that I have looked, so that it stops.';

test('a respondent writes in their own words, changes them, and decides whether they may be quoted', async ({
  browser,
  javaScriptEnabled,
}, testInfo) => {
  const { context, page } = await openBrowser(browser, {
    ...{ javaScriptEnabled, viewport: { width: 360, height: 740 }, locale: 'en-GB' },
  });
  const main = page.getByRole('main');
  const goOn = () => main.locator('form[method=post] button').first().click();
  await page.goto(`${baseUrl()}/s/demo-shifts?lang=en`);
  await main.locator('form[method=post] button').last().click();
  await page.getByRole('checkbox').check();
  await goOn();
  await expect(page).toHaveURL(/\/1(\?|$)/);
  for (const group of await page.locator('fieldset').all())
    await group.getByRole('radio').first().check();
  await goOn();

  await expect(page).toHaveURL(/\/2(\?|$)/);
  const field = page.getByRole('textbox', { name: /^What should change/ });
  await expect(main).toContainText('Please write no names');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await goOn();
  await expect(page).toHaveURL(/open/);
  await expect(main).toContainText('You left 1 statement open');
  await field.fill(words);
  await page.screenshot({ path: testInfo.outputPath('own-words.png'), fullPage: true });
  await goOn();

  await expect(page).toHaveURL(/\/review(\?|$)/);
  await expect(main).toContainText(words);
  await expect(main).toContainText('Is not quoted');
  await main.getByRole('link', { name: /Change the answer to: What should/ }).click();
  await expect(field).toHaveValue(words);
  await page.getByRole('checkbox', { name: /^These words may be quoted/ }).check();
  await goOn();
  await expect(main).toContainText('May be quoted without a name');
  await goOn();
  await expect(page).toHaveURL(/\/done/);
  await context.close();
});

test('what does not fit is not cut, and nothing that was typed is lost', async ({ browser }) => {
  const { context, page } = await openBrowser(browser, { javaScriptEnabled: false });
  const main = page.getByRole('main');
  const goOn = () => main.locator('form[method=post] button').first().click();
  await page.goto(`${baseUrl()}/s/demo-shifts?lang=en`);
  await main.locator('form[method=post] button').last().click();
  await page.getByRole('checkbox').check();
  await goOn();
  await page.goto(page.url().replace(/\/1(\?|$)/, '/2$1'));
  const field = page.getByRole('textbox', { name: /^What should change/ });
  await field.evaluate((box) => box.removeAttribute('maxlength'));
  await field.fill('a'.repeat(2001));
  await page.getByRole('checkbox', { name: /^These words may be quoted/ }).check();
  const html = await Promise.all([page.waitForResponse((r) => r.status() === 400), goOn()]);
  expect(html[0].status()).toBe(400);
  await expect(main).toContainText('at most 2,000 characters. You wrote 2,001');
  expect((await field.inputValue()).length).toBe(2001);
  await expect(page.getByRole('checkbox', { name: /^These words may be quoted/ })).toBeChecked();
  await context.close();
});

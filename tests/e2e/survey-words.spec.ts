import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { checkPage } from './support/check-page.ts';
import { baseUrl, openBrowser, reloadUntil, signIn } from './support/fixtures.ts';
import { findReceived, writeInSurvey, writeMore } from './support/survey-words.ts';
import { accept, confirmRedaction } from './support/year/moderate.ts';

const somebody = 'Somebody who answered a survey';

test('what people wrote in a survey is found beside its results, redacted, accepted and coded', async ({
  browser,
}) => {
  const { context, page } = await openBrowser(browser);
  await signIn(page, 'researcher');
  await page.goto(`${baseUrl()}/studies`);
  await page.getByRole('link', { name: 'After a shift with the warning system' }).click();
  await expect(page).toHaveURL(/\/studies\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().split('?')[0]}/results`);

  const written = page.getByRole('region', { name: 'What people wrote' });
  await expect(written).toContainText(/Texts: [4-9]\d/);
  await written.getByRole('link').click();
  await expect(page).toHaveURL(/\/panels\/[0-9a-f-]{36}\/themes\/[0-9a-f-]{36}/);
  const coding = page.url();
  await context.close();

  const facilitator = await openBrowser(browser);
  await signIn(facilitator.page, 'facilitator');
  const panel = coding.split('/themes/')[0] ?? '';
  await facilitator.page.goto(`${panel}/contributions?state=received`);
  const row = facilitator.page.getByRole('row', { name: somebody }).first();
  await expect(row).toContainText('Nobody has read this yet');
  await checkPage(facilitator.page, 'contributions of a survey');
  await row.getByRole('link').click();
  await expect(facilitator.page).toHaveURL(/\/contributions\/[0-9a-f-]{36}/);
  const contribution = facilitator.page.url().split('?')[0] ?? '';
  await expect(facilitator.page.getByRole('main')).not.toContainText('Withdraw for');
  await facilitator.page.getByRole('link', { name: 'Read and take out what identifies' }).click();
  await facilitator.page.getByRole('button', { name: 'See what others will read' }).click();
  await confirmRedaction(facilitator.page);
  await facilitator.page.goto(contribution);
  await accept(facilitator.page);
  const words = await facilitator.page.locator('main .spoken-words').first().textContent();

  await facilitator.page.goto(`${coding.split('?')[0]}?at=${contribution.split('/').at(-1)}`);
  await expect(facilitator.page.getByRole('main')).toContainText((words ?? 'nothing').trim());
  await facilitator.page.goto(`${coding}/check`);
  await expect(facilitator.page.getByRole('main')).toContainText('Nobody knows who wrote them');
  await facilitator.page.goto(`${panel}/rounds`);
  await facilitator.page.getByRole('link', { name: /What should change, so that/ }).click();
  await expect(facilitator.page.getByRole('main')).toContainText('From a survey');
  await checkPage(facilitator.page, 'a round of a survey');
  await facilitator.context.close();
});

test('what a respondent writes is coded by the panel, and nothing tells whose answers it stood beside', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const text = 'Bed nine rings, and its screen faces the wall.';
  const { page, context } = await openBrowser(browser);
  await signIn(page, 'facilitator');
  await page.goto(`${baseUrl()}/panels`);
  await page.getByRole('link', { name: 'Riverside Voices (demo)' }).click();
  await expect(page).toHaveURL(/\/panels\/[0-9a-f-]{36}/);
  const panel = page.url().split('?')[0] ?? '';
  await page.goto(`${panel}/contributions?state=received`);
  const received = page.getByRole('row', { name: somebody });
  const before = await received.count();

  const field = await writeInSurvey(browser, text);
  await page.reload();
  await expect(received).toHaveCount(before); // words wait for those of others
  await writeMore(field, 9);
  await reloadUntil(page, async () => (await received.count()) >= before + 10);

  const contribution = await findReceived(page, { panel, text });
  await page.goto(contribution);
  const main = page.getByRole('main');
  await expect(main).toContainText(somebody);
  await expect(main).not.toContainText(/North Hospital|Harbour Clinic|\b20\d\d\b|Member \d/);
  await page.goto(`${contribution}/redact`);
  await page.getByRole('button', { name: 'See what others will read' }).click();
  await confirmRedaction(page);
  await page.goto(contribution);
  await accept(page);

  await page.goto(`${panel}/themes`);
  await page.getByRole('link', { name: /^What should change, so that/ }).click();
  await expect(page).toHaveURL(/\/themes\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().split('?')[0]}?at=${contribution.split('/').at(-1)}`);
  await expect(page.locator('blockquote.spoken-words').first()).toContainText(text);
  await expect(page.getByText('Its author does not agree to be quoted.')).toBeVisible();
  const code = page.locator('.coding-codes button').first();
  const name = await code.locator('bdi').innerText();
  await code.click();
  await expect(page.getByRole('list', { name: 'Codes of this text' })).toContainText(name);
  await context.close();
});

test('the page of own words is light and sound in Arabic', async ({ browser }) => {
  const { context, page } = await openBrowser(browser, { locale: 'ar' });
  const main = page.getByRole('main');
  await page.goto(`${baseUrl()}/s/demo-shifts?lang=ar`);
  await main.locator('form[method=post] button').last().click();
  await page.getByRole('checkbox').check();
  await main.locator('form[method=post] button').first().click();
  await page.goto(page.url().replace(/\/1(\?|$)/, '/2$1'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('textarea')).toBeVisible();
  await checkPage(page, 'own words in Arabic');
  expect(gzipSync(await page.content()).length).toBeLessThan(8_000);
  await context.close();
});

import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { idIn } from './support/id-in.ts';

/** The jobs of the demo panel's closed round. */
async function openJobs(page: Page): Promise<void> {
  await signIn(page, 'facilitator');
  await page.goto(`${baseUrl()}/panels`);
  await page.getByRole('link', { name: 'Riverside Voices (demo)' }).click();
  await expect(page).toHaveURL(/panels\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/rounds`);
  await page.getByRole('link', { name: /What matters to you/ }).click();
  await page.getByRole('link', { name: 'Jobs for others' }).click();
  await expect(page.getByRole('heading', { name: 'Jobs of this round' })).toBeVisible();
}

test('a text that the panel read is published with what was changed, for anybody', async ({
  browser,
}) => {
  const { context, page } = await openBrowser(browser);
  await openJobs(page);
  await checkPage(page, 'jobs of a round');
  await page.getByRole('link', { name: 'Review of a public text' }).click();
  await checkPage(page, 'a job');

  const changed = page.getByRole('group', { name: /^What was changed after/ });
  await changed.getByLabel('English').fill('It now says first that a nurse decides.');
  await page.getByRole('button', { name: 'Publish the result' }).click();
  await expect(page.getByText(/Say what was changed/).first()).toBeVisible();
  await expect(changed.getByLabel('English')).toHaveValue(/a nurse decides/);
  await changed.getByLabel('Kazakh').fill('Енді алдымен медбике шешетіні айтылады.');
  await changed.getByLabel('Arabic').fill('تقول الآن أولًا إن الممرضة هي التي تقرر.');
  await page.getByRole('checkbox', { name: /sounds cold/ }).check();
  await page.getByRole('button', { name: 'Publish the result' }).click();
  await expect(page.getByText('The result was published.')).toBeVisible();
  const address = await page
    .getByRole('link', { name: 'Open the public page' })
    .getAttribute('href');
  await context.close();

  const phone = await openBrowser(browser, {
    ...{ viewport: { width: 360, height: 780 }, locale: 'ar', javaScriptEnabled: false },
  });
  await phone.page.goto(`${baseUrl()}/outcomes/riverside-voices`);
  await phone.page.locator(`a[href="${address}"]`).click();
  await expect(phone.page.getByText('تقول الآن أولًا إن الممرضة هي التي تقرر.')).toBeVisible();
  await expect(phone.page.getByText(/راجعه مرضى/)).toBeVisible();
  await expect(phone.page.locator('blockquote')).toHaveText(/sounds cold/);
  await phone.context.close();
  const reader = await openBrowser(browser, { viewport: { width: 360, height: 780 } });
  await reader.page.goto(`${baseUrl()}${address}`);
  await checkPage(reader.page, 'a reviewed text');
  await reader.context.close();
});

test('a margin that people set stands as a plain sentence that a plan can cite', async ({
  browser,
}) => {
  const { context, page } = await openBrowser(browser);
  await openJobs(page);
  await page.getByRole('link', { name: 'How large a difference matters' }).click();
  await expect(page.getByText('Half of the people said 4.5 percentage points')).toBeVisible();
  await expect(page.getByText(/A monitoring plan can cite this result as/)).toBeVisible();
  await checkPage(page, 'a margin');
  await context.close();
});

test('items of an instrument are put into a round as questions in the panel’s languages', async ({
  browser,
}) => {
  const { context, page } = await openBrowser(browser);
  await openJobs(page);
  const panel = idIn(page.url());
  await page.goto(`${baseUrl()}/panels/${panel}/rounds/new`);
  await page.getByRole('group', { name: 'Title' }).getByLabel('English').fill('Reading items');
  await page.getByRole('button', { name: 'Save the round' }).click();
  await expect(page.getByText('The round was made.')).toBeVisible();
  await page.getByRole('link', { name: 'Jobs for others' }).click();
  await page.getByRole('link', { name: 'Reading items of a questionnaire' }).click();
  await expect(page.getByText(/no wording|Choose/)).toHaveCount(0);
  await checkPage(page, 'items to read');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Add a job' }).click();
  await expect(page.getByText('The job was added.')).toBeVisible();
  await page.getByRole('link', { name: 'Reading items', exact: true }).click();
  await expect(page.getByText(/What does this sentence mean to you/)).toBeVisible();
  await context.close();
});

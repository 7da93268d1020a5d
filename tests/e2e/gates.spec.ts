import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { openBrowser, signIn } from './support/fixtures.ts';
import { newDeployment } from './support/make-model.ts';
import { nameRoles } from './support/name-roles.ts';

const dayLength = 86_400_000;
const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * dayLength).toISOString().slice(0, 10);
const today = day(0);

/** Four weeks in which a tenth was flagged, which nobody saw. */
const head = 'period_start,period_end,metric,mode,numerator,denominator';
const weeks = [4, 3, 2, 1].map(
  (ago) => `${day(-7 * ago)},${day(-7 * ago + 7)},flagged,silent,${18 + ago},200`,
);

async function press(page: Page, name: string) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

async function decide(page: Page, own: string, stage: string, outcome?: string) {
  const form = page.locator('#decide');
  await page.goto(`${own}/decide`);
  await form.getByLabel('Stage', { exact: true }).selectOption(stage);
  if (outcome !== undefined) await form.getByLabel('Outcome').selectOption(outcome);
  await form.getByLabel('Reason').fill('As the board asked');
  await form.getByLabel('Decided by').fill('The board');
}

const record = (page: Page) =>
  page.locator('#decide').getByRole('button', { name: 'Record', exact: true }).click();

async function writeCriteria(page: Page, own: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/monitoring/silent`);
  await checkPage(page, 'silent mode without criteria');
  await main.getByRole('link', { name: 'Write criteria' }).click();
  await main.getByLabel('Fewest days of the silent mode').fill('21');
  const first = main.getByRole('group', { name: 'Criterion 1' });
  await first.getByLabel('Metric', { exact: true }).selectOption('flagged');
  await first.getByLabel('It must be').selectOption('at-most');
  await first.getByLabel('Value of the bound').fill('100');
  await first.getByLabel('Fewest cases').fill('300');
  // One more row is the server's answer, and what was typed stays.
  await press(page, 'One more criterion');
  const second = main.getByRole('group', { name: 'Criterion 2' });
  await expect(second).toBeVisible();
  await expect(first.getByLabel('Fewest cases')).toHaveValue('300');
  await second.getByLabel('Metric', { exact: true }).selectOption('abstention');
  await second.getByLabel('Value of the bound').fill('12');
  await press(page, 'Date and keep');
  const wrong = page.getByRole('alert');
  for (const text of ['Say why.', 'above 0 and below 100', 'Give a number.']) {
    await expect(wrong).toContainText(text);
  }
  await expect(first.getByLabel('Value of the bound')).toHaveValue('100');
  await first.getByLabel('Value of the bound').fill('15');
  // Of what nothing is said is left out, whatever metric the form begins with.
  await second.getByLabel('Value of the bound').fill('');
  await main.getByLabel('Why these criteria').fill('What last year’s review asked for');
  await checkPage(page, 'criteria');
  await press(page, 'Date and keep');
  await expect(page.getByText('The criteria are written, with today’s date.')).toBeVisible();
  await expect(main.getByText('No silent record was there by then.')).toBeVisible();
  await expect(main.getByText('Nothing was sent in the silent mode.')).toBeVisible();
}

async function sendSilent(page: Page, own: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/upload`);
  await main.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: 'silent.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([head, ...weeks].join('\n')),
  });
  await press(page, 'Check the file');
  await press(page, 'Store the records');
  await expect(page.getByText('The file was stored.')).toBeVisible();
}

test('from the silent mode by criteria to a pilot with conditions, until they are met', async ({
  browser,
}) => {
  const { context, page: owner } = await openBrowser(browser, { locale: 'en-GB' });
  const main = owner.getByRole('main');
  await signIn(owner, 'model-owner');
  const { own, model } = await newDeployment(owner, day(-40));
  await decide(owner, own, 'silent');
  await record(owner);
  await expect(owner.getByText('The decision is recorded.')).toBeVisible();
  await writeCriteria(owner, own);
  await sendSilent(owner, own);

  await owner.goto(`${own}/monitoring/silent`);
  const found = main.getByRole('row', { name: /Cases flagged.*at most 15/ });
  await expect(found).toContainText('Met');
  await expect(found).toContainText('10.3');
  await expect(main.getByText('Silent records cover 28 days.')).toBeVisible();
  await checkPage(owner, 'silent mode');

  const whole = `${new URL(own).origin}/models/${model}`;
  await decide(owner, whole, 'live');
  await record(owner);
  await expect(owner.getByRole('alert')).toContainText('System owner');
  await expect(owner.getByRole('alert')).toContainText('Clinical safety officer');
  await nameRoles(owner, model);
  await decide(owner, whole, 'live');
  await record(owner);
  await expect(owner.getByText('The decision is recorded.')).toBeVisible();

  await decide(owner, own, 'pilot', 'approved-with-contingencies');
  await expect(main.getByText('The decision keeps these findings')).toBeVisible();
  await checkPage(owner, 'decision');
  await record(owner);
  await expect(owner.getByRole('alert')).toContainText('Say what the condition is.');
  const condition = main.getByRole('group', { name: 'Condition 1' });
  await condition.getByLabel('Condition', { exact: true }).fill('Train the night shift');
  await condition.getByLabel('Or in words').fill('The ward sister');
  await condition.getByLabel('Due by').fill(today);
  await condition.getByLabel('It must be met before any further stage').check();
  await record(owner);
  await expect(owner.getByText('The decision is recorded.')).toBeVisible();
  await expect(main.getByText('Approved with conditions')).toBeVisible();
  await main.getByText('What decision 3 was taken on: the silent mode').click();
  await expect(main.getByRole('row', { name: /Cases flagged.*at most 15.*Met/ })).toBeVisible();
  await checkPage(owner, 'deployment');

  await decide(owner, own, 'live');
  await record(owner);
  await expect(owner.getByRole('alert')).toContainText('is not met');
  await owner.goto(own);
  await main.getByRole('link', { name: 'Record that it is met' }).click();
  await press(owner, 'Record that it is met');
  await expect(owner.getByRole('alert')).toContainText('how one can see that it is met');
  await main.getByLabel('How one can see it').fill('Attendance list of two evenings');
  await checkPage(owner, 'condition');
  await press(owner, 'Record that it is met');
  await expect(owner.getByText('The condition is recorded as met.')).toBeVisible();
  await expect(main.getByText('Attendance list of two evenings')).toBeVisible();

  await decide(owner, own, 'live');
  await record(owner);
  await expect(owner.getByText('The decision is recorded.')).toBeVisible();
  await owner.goto(`${own}/monitoring/silent`);
  await expect(main.getByText('Nothing was sent from use yet')).toBeVisible();

  // Somebody in a hurry: by the keyboard, from the page of the system, at every place.
  await owner.goto(whole);
  await main.locator('summary', { hasText: 'Stop it at every place' }).press('Enter');
  await press(owner, 'Suspend');
  await expect(owner.getByRole('alert')).toContainText('Say why.');
  await main.getByLabel('Reason').fill('It missed a stroke');
  await checkPage(owner, 'stop of a system');
  await press(owner, 'Suspend');
  await expect(owner.getByText('The system is suspended at every place.')).toBeVisible();
  await owner.goto(own);
  await expect(main.getByText('The system as a whole is at the stage “Suspended”')).toBeVisible();
  await context.close();
});

import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { baseUrl, openBrowser, reloadUntil, signIn } from './support/fixtures.ts';
import { newDeployment } from './support/make-model.ts';

const dayLength = 86_400_000;
const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * dayLength).toISOString().slice(0, 10);
/** Quiet days and today, on which four times as many outputs were overridden. */
const counts = Array.from({ length: 20 }, (_, place) => {
  const from = place - 19;
  const overridden = from === 0 ? 160 : 38 + ((place * 7) % 6);
  return `${day(from)},${day(from + 1)},override,,,${overridden},400`;
});
const groups = [`interpreter,yes,4,20`, `interpreter,no,30,380`].map(
  (cells) => `${day(-1)},${day(0)},override,${cells}`,
);
const head = 'period_start,period_end,metric,dimension,level,numerator,denominator';

async function press(page: Page, name: string) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

async function choose(page: Page, own: string, rows: readonly string[]) {
  const main = page.getByRole('main');
  await page.goto(`${own}/upload`);
  await main.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: 'counts.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([head, ...rows].join('\n')),
  });
  await press(page, 'Check the file');
}

async function writePlan(page: Page, own: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/monitoring`);
  await main.getByRole('link', { name: 'Begin a plan' }).click();
  await press(page, 'Begin a plan');
  await main.getByLabel('False alarms a year that are accepted').fill('many');
  await press(page, 'Save the plan’s words');
  await expect(page.getByRole('alert')).toContainText('Say what is watched and why.');
  await expect(main.getByLabel('False alarms a year that are accepted')).toHaveValue('many');
  await main.getByLabel('What is watched and why').fill('Whether staff can rely on it');
  await main.getByLabel('False alarms a year that are accepted').fill('1,5');
  await main.getByLabel('To be reviewed on').fill(day(0));
  await press(page, 'Save the plan’s words');
  await expect(page.getByText('Saved.')).toBeVisible();
  await checkPage(page, 'plan');
}

async function planMetric(page: Page) {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Plan a metric' }).click();
  await press(page, 'Plan a metric');
  for (const wrong of ['Say who is counted', 'Name who answers for it.']) {
    await expect(page.getByRole('alert')).toContainText(wrong);
  }
  await main.getByLabel('Metric', { exact: true }).selectOption('override');
  await main.getByLabel('Who is counted').fill('All adults');
  await main.getByLabel('How often').selectOption('day');
  await main.getByLabel('Owner').fill('Ana Ward');
  await main.getByLabel('Which way is better').selectOption('down');
  await press(page, 'Plan a metric');
  await expect(page.getByRole('alert')).toContainText('Say what is done when this alert comes.');
  await expect(main.getByLabel('Owner')).toHaveValue('Ana Ward');
  await main.getByLabel('Action: Signal on a chart').fill('Read ten cases');
  await main.getByLabel('Within days: Signal on a chart').fill('3');
  await main.getByLabel('Action: Gap between groups').fill('Ask the panel');
  await main.getByLabel('Action: Numbers did not come').fill('Ask the sender');
  await press(page, 'Plan a metric');
  await expect(page.getByText('Saved.')).toBeVisible();
  await main.getByRole('link', { name: 'Overrides' }).click();
  await main.getByLabel('What the groups differ in').fill('interpreter');
  await main.getByLabel('Margin, a share between 0 and 1').fill('5');
  await press(page, 'Add groups');
  await expect(main.getByLabel('What the groups differ in')).toHaveValue('interpreter');
  await expect(page.getByRole('alert')).toBeVisible();
  await main.getByLabel('Margin, a share between 0 and 1').fill('0,05');
  await press(page, 'Add groups');
  await expect(page.getByRole('alert')).toContainText('why this difference matters');
  await main.getByLabel('Why this difference matters').fill('Agreed with the panel');
  await press(page, 'Add groups');
  await expect(page.getByText('Agreed with the panel')).toBeVisible();
  await checkPage(page, 'metric of a plan');
}

async function adopt(page: Page, own: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/monitoring/plan`);
  await main.getByText('Adopt the plan', { exact: true }).first().click();
  await press(page, 'Adopt the plan');
  await expect(page.getByText('The plan is adopted')).toBeVisible();
}

async function upload(page: Page, own: string) {
  await choose(page, own, [`${day(-1)},${day(0)},override,,,500,400`]);
  await expect(page.getByText('What is wrong: 1')).toBeVisible();
  await choose(page, own, [...counts, ...groups]);
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
  await press(page, 'Store the records');
  await expect(page.getByText('The file was stored.')).toBeVisible();
}

async function decideLimits(page: Page, own: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/monitoring`);
  await main.getByRole('link', { name: /^Overrides:/ }).click();
  await main.getByText('Decide new limits').click();
  await press(page, 'Decide');
  await expect(page.getByRole('alert')).toBeVisible();
  await main.getByLabel('Apply from').fill(day(-19));
  await main.getByLabel('Computed until').fill(day(-4));
  await main.getByLabel('Reason').fill('Fifteen quiet days');
  await main.getByLabel('Approved by').fill('The board');
  await press(page, 'Decide');
  await expect(page.getByText('Fifteen quiet days')).toBeVisible();
  await expect(main.getByRole('heading', { level: 2, name: /worse than chance/ })).toBeVisible();
  await checkPage(page, 'watched metric');
  for (const link of await main.getByRole('link', { name: /CSV|SVG/ }).all()) {
    const file = await page.request.get(`${baseUrl()}${(await link.getAttribute('href')) ?? ''}`);
    expect(file.status()).toBe(200);
  }
}

async function handle(page: Page) {
  const main = page.getByRole('main');
  const step = async (name: string, fill: () => Promise<void>) => {
    await fill();
    await press(page, name);
    // The notice of the step before stands until this one is taken; its form does not.
    await expect(main.getByRole('button', { name, exact: true })).toHaveCount(0);
    await expect(page.getByText('Recorded.')).toBeVisible();
  };
  await press(page, 'Look at it');
  await expect(page.getByRole('alert')).toBeVisible();
  const say = (text: string) => main.getByLabel('In words').first().fill(text);
  const due = (on: string) => main.getByLabel('Until when the step after').first().fill(on);
  await say('Ten cases were read');
  await due('2020-01-01');
  await press(page, 'Look at it');
  await expect(page.getByRole('alert')).toContainText('Give a day from today on.');
  await expect(main.getByLabel('In words').first()).toHaveValue('Ten cases were read');
  await step('Look at it', () => due(day(7)));
  await step('Record the cause', async () => {
    await say('A new form asks twice');
    await due(day(7));
  });
  await step('Record what was done', async () => {
    await say('The form was mended');
    await due(day(7));
  });
  await say('Numbers are as before');
  await press(page, 'Close it');
  await expect(page.getByRole('alert')).toContainText('Say what it turned out to be.');
  await step('Close it', async () => {
    await main.getByLabel('What it turned out to be').selectOption('known-change');
  });
  await expect(main.getByText('A new form asks twice')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Open it again' })).toBeVisible();
  await checkPage(page, 'alert');
}

test('a plan before the data, numbers by file, a chart, and an alert until it is closed', async ({
  browser,
}) => {
  const { context, page: owner } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(owner, 'model-owner');
  const { own } = await newDeployment(owner, day(-30));
  await writePlan(owner, own);
  await planMetric(owner);
  await adopt(owner, own);
  await owner.goto(`${baseUrl()}/start`);
  await expect(owner.getByText(/Monitoring plans to be reviewed: \d/)).toBeVisible();
  await upload(owner, own);
  await decideLimits(owner, own);
  const { page: officer } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(officer, 'safety-officer');
  await officer.goto(`${baseUrl()}/models/alerts`);
  const place = own.slice(baseUrl().length);
  const alert = officer
    .getByRole('row', { name: /Overrides.*Signal.*Triage helper.*Emergency/ })
    .first();
  await reloadUntil(officer, async () => (await alert.count()) > 0);
  await checkPage(officer, 'alerts');
  await alert.getByRole('link', { name: 'Overrides' }).click();
  await expect(officer.getByRole('link', { name: 'See the metric' })).toHaveAttribute(
    'href',
    new RegExp(`^${place}/monitoring/metrics/`),
  );
  await handle(officer);
  await officer.goto(`${baseUrl()}/board/monitoring`);
  await checkPage(officer, 'board');
  await officer.context().close();
  await context.close();
});

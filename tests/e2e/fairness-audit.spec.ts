import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';

const dayLength = 86_400_000;
const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * dayLength).toISOString().slice(0, 10);

async function press(page: Page, name: string) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

/** The place of the demo's reader of chest pictures that is watched. */
async function openAudits(page: Page): Promise<string> {
  const main = page.getByRole('main');
  await page.goto(`${baseUrl()}/models`);
  await main.getByRole('link', { name: /chest/i }).first().click();
  await expect(page).toHaveURL(/\/models\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().split('?')[0] ?? ''}/deployments`);
  const links = await main
    .locator('a[href*="/deployments/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const places = links.flatMap((href) => /.*deployments\/[0-9a-f-]{36}/.exec(href) ?? []);
  for (const place of new Set(places)) {
    const home = `${baseUrl()}${place}/monitoring/audits`;
    await page.goto(home);
    if ((await main.getByRole('link', { name: 'Fairness audit 1' }).count()) > 0) return home;
  }
  throw new Error('an audit of the demo');
}

async function planAnother(page: Page) {
  const main = page.getByRole('main');
  await main.getByText('Plan an audit', { exact: true }).first().click();
  await press(page, 'Plan an audit');
  await expect(page.getByRole('alert')).toContainText(
    'Say what the audit is to find out, and why.',
  );
  await main.getByLabel('Metric', { exact: true }).selectOption({ label: 'Sensitivity' });
  await main.getByLabel('What is to be found out, and why').fill('Is it mended?');
  await main.getByLabel('To be done by').fill('9999-12-31');
  await press(page, 'Plan an audit');
  await expect(page.getByRole('alert')).toContainText('Choose a day within the next ten years.');
  await main.getByLabel('To be done by').fill(day(20));
  await main.getByLabel('Takes the place of').selectOption({ label: 'Fairness audit 1' });
  await press(page, 'Plan an audit');
  await expect(page.getByRole('alert')).toContainText(
    'Say why it takes the place of the other audit.',
  );
  await expect(main.getByLabel('What is to be found out, and why')).toHaveValue('Is it mended?');
  await main.getByLabel('Why it takes its place').fill('The supplier sent another version.');
  await press(page, 'Plan an audit');
  await expect(page.getByText('The audit is planned.')).toBeVisible();
  await expect(
    main.getByText('This audit shows no verdicts before somebody opens them'),
  ).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Verdicts' })).toHaveCount(0);
  await checkPage(page, 'planned audit');
}

async function openVerdicts(page: Page) {
  const main = page.getByRole('main');
  await main.getByText('Open the verdicts', { exact: true }).first().click();
  await press(page, 'Open the verdicts');
  await expect(page.getByText('The verdicts are open.')).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Verdicts' })).toBeVisible();
  await expect(main.getByText(/^Counted: .* Version /)).toBeVisible();
  await expect(main.getByText('All complete periods together')).toHaveCount(0);
  await checkPage(page, 'audit whose verdicts are open');
}

/** Another audit, which is not carried out after all. */
async function withdrawAnother(page: Page, home: string) {
  const main = page.getByRole('main');
  await page.goto(home);
  await main.getByText('Plan an audit', { exact: true }).first().click();
  await main.getByLabel('Version it concludes of').selectOption('');
  await main.getByLabel('What is to be found out, and why').fill('Both versions');
  await main.getByLabel('To be done by').fill(day(20));
  await press(page, 'Plan an audit');
  for (const wrong of ['Say why versions are taken together', 'let the period begin otherwise']) {
    await expect(page.getByRole('alert')).toContainText(wrong);
  }
  await main.getByLabel('Why versions are taken together').fill('The colours alone changed.');
  await main.getByLabel('The period begins').selectOption('audit');
  await press(page, 'Plan an audit');
  await expect(page.getByText('The audit is planned.')).toBeVisible();
  await main.getByText('Withdraw this audit', { exact: true }).first().click();
  await press(page, 'Withdraw this audit');
  await expect(page.getByRole('alert')).toContainText('Say why.');
  await main.getByLabel('Why it is withdrawn').fill('Planned for the wrong metric.');
  await press(page, 'Withdraw this audit');
  await expect(page.getByText('The audit is withdrawn.')).toBeVisible();
  await expect(main.getByText('Planned for the wrong metric.')).toBeVisible();
  await expect(main.getByText('Open the verdicts')).toHaveCount(0);
  await checkPage(page, 'audit that was withdrawn');
}

async function carryOut(page: Page) {
  const main = page.getByRole('main');
  await main.getByText('Carry out the audit', { exact: true }).first().click();
  await main.getByLabel('Action 1', { exact: true }).fill('Read fifty portable pictures twice');
  await press(page, 'Carry out the audit');
  for (const wrong of ['Name who carried the audit out.', 'Say by which day this is done.']) {
    await expect(page.getByRole('alert')).toContainText(wrong);
  }
  await main.getByLabel('Carried out by').fill('Ana Auditor');
  await main.getByLabel('Conclusion').fill('It is not mended.');
  await main.getByLabel('Due day of action 1').fill(day(14));
  await main.getByLabel('Next audit due').fill(day(90));
  await press(page, 'Carry out the audit');
  await expect(page.getByText('The audit is kept as it is.')).toBeVisible();
  await expect(main.getByText('It is not mended.')).toBeVisible();
  await expect(main.getByText('Computed again from the stored records: the same.')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Carry out the audit' })).toHaveCount(0);
  await checkPage(page, 'audit that was carried out');
}

async function finishAction(page: Page) {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Record that it is done' }).click();
  await press(page, 'Record that it is done');
  await expect(page.getByRole('alert')).toContainText('Name who did it.');
  await main.getByLabel('Done by').fill('Ana Reader');
  await main.getByLabel('How one can see it').fill('List of fifty pictures');
  await checkPage(page, 'action of an audit');
  await press(page, 'Record that it is done');
  await expect(page.getByText('The action is recorded as done.')).toBeVisible();
  await expect(main.getByText('List of fifty pictures')).toBeVisible();
}

test('a fairness audit is planned, carried out, and takes the place of the one before', async ({
  browser,
}) => {
  const { context, page: owner } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(owner, 'model-owner');
  const home = await openAudits(owner);
  await checkPage(owner, 'audits');
  await planAnother(owner);
  await openVerdicts(owner);
  await carryOut(owner);
  await finishAction(owner);
  await withdrawAnother(owner, home);
  await owner.goto(home);
  const link = (number: number) => owner.getByRole('link', { name: `Fairness audit ${number}` });
  const rowOf = (number: number) => owner.getByRole('row').filter({ has: link(number) });
  await expect(rowOf(3)).toContainText('Withdrawn');
  await expect(rowOf(2)).toContainText('Fairness audit 1');
  const first = rowOf(1);
  await expect(first).toContainText('Superseded');
  await first.getByRole('link').click();
  await expect(owner.getByText('Audit 2 has taken its place.')).toBeVisible();
  await expect(owner.getByText('Computed again from the stored records: the same.')).toBeVisible();
  const { context: other, page: lay } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(lay, 'lay-member');
  await lay.goto(home);
  await expect(lay.getByRole('link', { name: 'Fairness audit 2' })).toBeVisible();
  await expect(lay.getByRole('button', { name: 'Plan an audit' })).toHaveCount(0);
  await other.close();
  await context.close();
});

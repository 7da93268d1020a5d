import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { openBrowser, signIn } from './support/fixtures.ts';
import { newDeployment } from './support/make-model.ts';

const scrape = (events: number, cases: number) =>
  ['events', 'cases']
    .map((name, place) => {
      const family = `attune_override_${name}`;
      return `# TYPE ${family} counter\n${family}_total ${[events, cases][place]}\n`;
    })
    .join('') + '# EOF\n';

async function press(page: Page, name: string) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

async function choose(page: Page, own: string, text: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/upload`);
  await main.getByLabel('What the file is').selectOption('openmetrics');
  await main.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: 'scrapes.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
  });
  await main.getByLabel('First day').fill('2026-04-01');
  await main.getByLabel('Day after the last').fill('2026-05-01');
  await press(page, 'Check the file');
}

test('two scrapes are looked at, stored and taken back with a reason, and a registry may send messages', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser, { locale: 'en-GB' });
  const main = page.getByRole('main');
  await signIn(page, 'model-owner');
  const { own } = await newDeployment(page, '2026-01-01');
  await choose(page, own, scrape(100, 4000).replace('# EOF\n', ''));
  await expect(page.getByText('The file is not OpenMetrics 1.0.')).toBeVisible();
  await choose(page, own, scrape(100, 4000) + scrape(90, 4400));
  await expect(page.getByText('What is wrong: 1')).toBeVisible();
  await choose(page, own, scrape(100, 4000) + scrape(120, 4400));
  await expect(page.getByText('20 of 400')).toBeVisible();
  await press(page, 'Store the records');
  await expect(page.getByText('The file was stored.')).toBeVisible();
  await main.getByRole('link', { name: 'Take this batch back' }).click();
  await expect(
    page.getByText('What would count no longer, and what would stand again: 1'),
  ).toBeVisible();
  await press(page, 'Take the batch back');
  await expect(page.getByRole('alert')).toBeVisible();
  await main.getByLabel('Why it was wrong').fill('Counted twice');
  await checkPage(page, 'taking a batch back');
  await press(page, 'Take the batch back');
  await expect(page.getByText('The batch is taken back.')).toBeVisible();
  await expect(page.getByText('Reason: Counted twice')).toBeVisible();
  await page.goto(`${own}/batches`);
  await expect(main.getByRole('row', { name: /Taken back/ })).toBeVisible();
  await page.goto(`${own}/hooks`);
  await main.getByLabel('Name of the model in MLflow').fill('ed-triage');
  await press(page, 'Create');
  await expect(page.getByText(/^mlflow_[\w-]{43}$/)).toBeVisible();
  await checkPage(page, 'hooks');
});

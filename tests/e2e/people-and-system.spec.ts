import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { openBrowser, signIn } from './support/fixtures.ts';
import { newDeployment } from './support/make-model.ts';
import { wordsOf } from './support/year/words-of.ts';

const head =
  'period_start,period_end,metric,part,dimension,level,numerator,denominator,n,median,q1,q3';
const share = (metric: string, numerator: number, denominator: number, more = ',,') =>
  `2026-05-01,2026-06-01,${metric},${more},${numerator},${denominator},,,,`;
const quartiles = (metric: string, part: string, cells: string) =>
  `2026-05-01,2026-06-01,${metric},${part},,,,,${cells}`;

/** Errors pass, people seldom decide against them, and say that they save more than the clock does. */
const rows = [
  ...[share('accept-when-wrong', 70, 100), share('override-when-right', 12, 200)],
  ...[share('planted-errors-passed', 3, 12), share('override', 30, 1000)],
  share('disagreement-ruling', 22, 60, 'ai-right,,'),
  share('disagreement-ruling', 30, 60, 'person-right,,'),
  share('disagreement-ruling', 12, 36, 'ai-right,profession,nurse'),
  share('disagreement-ruling', 20, 36, 'person-right,profession,nurse'),
  share('override-reason', 15, 30, 'wrong-for-patient,,'),
  share('override-reason', 12, 30, 'disagree-judgement,,'),
  share('override-reason', 3, 30, 'late,,'),
  ...[quartiles('review-time', '', '200,5,3,8'), quartiles('minutes-saved', 'timed', '80,3,2,5')],
  quartiles('minutes-saved', 'self-report', '80,7,6,9'),
];

async function press(page: Page, name: string) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

async function upload(page: Page, own: string) {
  const main = page.getByRole('main');
  await page.goto(`${own}/upload`);
  await main.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: 'people.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([head, ...rows].join('\n')),
  });
  await press(page, 'Check the file');
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
  await press(page, 'Store the records');
  await expect(page.getByText('The file was stored.')).toBeVisible();
}

test('numbers of people are sent in a file, and the page says what follows from them', async ({
  browser,
}) => {
  test.slow();
  const desk = { locale: 'en-GB', viewport: { width: 1280, height: 900 } };
  const { context, page } = await openBrowser(browser, desk);
  await signIn(page, 'model-owner');
  const { own } = await newDeployment(page, '2026-05-01');
  const main = page.getByRole('main');
  await page.goto(`${own}/monitoring/people`);
  await expect(main.getByText('Nothing has been sent yet')).toBeVisible();
  await checkPage(page, 'people, before anything was sent');
  await upload(page, own);
  await page.goto(`${own}/monitoring`);
  await page
    .getByRole('navigation', { name: 'Pages of what is watched' })
    .getByRole('link', { name: 'People and the system' })
    .click();
  await expect(main.getByText('May be rubber-stamping.')).toBeVisible();
  const bias = main.getByRole('table', { name: 'What people did with outputs' });
  await expect(bias).toContainText('70 of 100');
  await expect(bias).toContainText('The interval is too wide to say.');
  const reasons = main.getByRole('table', { name: 'Reasons of overrides' });
  await expect(reasons).toContainText('Others, together');
  await expect(main.getByText('What is felt is more than what is measured.')).toBeVisible();
  // What is the same of all parts of a section is said once.
  const region = (name: string) => main.getByRole('region', { name });
  await expect(
    region('Relying too much, relying too little').getByText(/, added up\.$/),
  ).toHaveCount(1);
  await expect(region('Notes that two people read').getByText(/^Not shown, since/)).toHaveCount(1);
  await checkPage(page, 'people');
  const { context: other, page: phone } = await openBrowser(browser, {
    ...{ locale: 'en-GB', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  });
  await signIn(phone, 'lay-member');
  const say = wordsOf('ar', 'oversight');
  await phone.goto(`${own}/monitoring/people?lang=ar`);
  await expect(phone.locator('html')).toHaveAttribute('dir', 'rtl');
  for (const key of ['stamp.verdict.sign', 'minutes.more', 'together']) {
    await expect(phone.getByRole('main').getByText(say(key)).first()).toBeVisible();
  }
  await checkPage(phone, 'people in Arabic, dark, on a phone');
  await other.close();
  await context.close();
});

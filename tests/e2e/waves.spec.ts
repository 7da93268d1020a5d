import { expect, test } from '@playwright/test';
import { draftStudy } from './support/field-study.ts';
import { baseUrl, signIn } from './support/fixtures.ts';

test('each form of the waves page has its own outcome', async ({ page }) => {
  await signIn(page, 'researcher');
  const study = await draftStudy(page, 'Waves one by one', 'North Hospital');
  await page.goto(`${baseUrl()}/studies/${study}/waves`);
  const name = page.getByRole('textbox', { name: 'Name' });
  const add = page.getByRole('button', { name: 'Add the wave' });
  const summary = page.getByRole('alert').getByRole('listitem');

  await add.click();
  await expect(summary).toHaveText('Enter a name for the wave.');
  for (const wave of ['Spring', 'Summer']) {
    await name.fill(wave);
    await add.click();
    await expect(page.getByRole('rowheader', { name: wave })).toBeVisible();
    await expect(name).toHaveValue('');
  }
  await expect(page.getByText('The wave was added.')).toBeVisible();

  await page.getByLabel('Closes at the end of').last().fill('2020-01-01');
  await page.getByRole('button', { name: /Save the dates of .?Summer/ }).click();
  await expect(page.getByText('Choose today or a later day.')).toHaveCount(1);
  await expect(page.getByText('The wave was added.')).toHaveCount(0);
  await expect(page.getByText('Enter a name for the wave.')).toHaveCount(0);

  await add.click();
  await expect(page.getByText('Enter a name for the wave.').first()).toBeVisible();
  await page.getByRole('button', { name: /Save the dates of .?Summer/ }).click();
  await expect(page.getByText('Enter a name for the wave.')).toHaveCount(0);
});

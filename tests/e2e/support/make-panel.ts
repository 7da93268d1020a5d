import { expect, type Page } from '@playwright/test';
import { baseUrl } from './fixtures.ts';
import { idIn } from './id-in.ts';

export async function newActivity(page: Page): Promise<string> {
  await page.goto(`${baseUrl()}/activities/new`);
  const words = (name: string, text: string) =>
    page.getByRole('group', { name }).getByLabel('English').fill(text);
  await words('Title', `Alerts on the ward ${Date.now()}`);
  await words('Aim', 'What should an alert say?');
  await page.getByLabel('Its name').fill('Sepsis warning 2');
  await words('To whom the outputs belong', 'The hospital and the panel');
  await words('Out of scope', 'Whether the model is bought');
  await page.getByLabel('Starts on').fill('2026-01-01');
  await page.getByRole('button', { name: 'Save the activity' }).click();
  await expect(page.getByText('The activity was made.')).toBeVisible();
  return idIn(page.url());
}

export async function newPanel(page: Page, activity: string): Promise<string> {
  await page.goto(`${baseUrl()}/panels/new?activity=${activity}`);
  await page.getByRole('group', { name: 'Title' }).getByLabel('English').fill('Voices of the ward');
  await page.getByRole('button', { name: 'Make the panel' }).click();
  await expect(page.getByText('The panel was made as a draft.')).toBeVisible();
  return idIn(page.url());
}

export async function newRound(page: Page, panel: string): Promise<string> {
  await page.goto(`${baseUrl()}/panels/${panel}/rounds/new`);
  await page.getByRole('group', { name: 'Title' }).getByLabel('English').fill('First round');
  await page.getByRole('button', { name: 'Save the round' }).click();
  await expect(page.getByText('The round was made.')).toBeVisible();
  return idIn(page.url().split('/rounds/')[1] ?? '');
}

export async function newJob(page: Page, panel: string, round: string): Promise<string> {
  const jobs = `${baseUrl()}/panels/${panel}/rounds/${round}/jobs`;
  await page.goto(`${jobs}/new?kind=margin`);
  await page.getByLabel('What is compared between groups').fill('Missed warnings');
  await page.getByRole('button', { name: 'Add a job' }).click();
  await expect(page.getByText('The job was added.')).toBeVisible();
  const link = page.getByRole('link', { name: 'How large a difference matters' }).first();
  return idIn((await link.getAttribute('href'))?.split('/jobs/')[1] ?? '');
}

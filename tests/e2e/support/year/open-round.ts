import { expect, type Page } from '@playwright/test';
import { fillText } from './fill-text.ts';
import { about, alertPrompt, roundTitle, statement, worryPrompt, type Text } from './texts.ts';

/** A round with two questions and a statement, opened: everybody who takes part is asked. */
export async function openRound(page: Page, panel: string): Promise<string> {
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`${panel}/rounds/new`);
  await fillText(page, 'Title', roundTitle);
  await fillText(page, 'Before the questions', about);
  await page.getByLabel('Last day').fill(inAMonth);
  await page.getByRole('button', { name: 'Save the round' }).click();
  await expect(page.getByText('The round was made.')).toBeVisible();
  const round = page.url().replace(/\?.*$/, '');
  const add = async (kind: string, legend: string, text: Text) => {
    await page.goto(`${round}/${kind}`);
    await fillText(page, legend, text);
    await page.getByRole('button', { name: `Save the ${legend.toLowerCase()}` }).click();
    await expect(page.getByText('It was saved.')).toBeVisible();
  };
  await add('prompt', 'Question', alertPrompt);
  await add('prompt', 'Question', worryPrompt);
  await add('statement', 'Statement', statement);
  await page.goto(`${round}/ask`);
  await page.getByRole('button', { name: 'Open and ask' }).click();
  await expect(page.getByText('The round is open and people were asked.')).toBeVisible();
  return round;
}

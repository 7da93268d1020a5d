import { expect, type Page } from '@playwright/test';
import { codeNames, topicOf, wordsIn } from './code-texts.ts';

export async function drawTexts(page: Page, coding: string, reader: string, size: number) {
  await page.goto(`${coding}/double`);
  await page.getByLabel('Who reads them again').selectOption({ label: reader });
  await page.getByLabel('How many texts').fill(String(size));
  await page.getByRole('button', { name: 'Draw texts' }).click();
  await expect(page.getByText('The texts were drawn.')).toBeVisible();
}

/** Reads what was drawn and sees no code of the first reader; `differs` of them are read otherwise. */
export async function readAgain(
  page: Page,
  { coding, size, differs }: { coding: string; size: number; differs: number },
): Promise<void> {
  await page.goto(`${coding}/double`);
  for (let left = size; left > 0; left -= 1) {
    await expect(page.getByText(`Yours to read a second time: ${left}`)).toBeVisible();
    await expect(
      page.getByRole('list', { name: 'Codes of this text' }).getByRole('listitem'),
    ).toHaveCount(0);
    const topic = topicOf(await wordsIn(page).innerText());
    const name = codeNames[left <= differs ? (topic + 1) % codeNames.length : topic] ?? '?';
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Done with this text' }).click();
    await expect(page.getByText('The second reading was kept.')).toBeVisible();
  }
}

/** Decides for the first reader, each with a reason, until nothing is open. Returns how many there were. */
export async function decideAll(page: Page, coding: string): Promise<number> {
  await page.goto(`${coding}/double`);
  const open = page.getByRole('button', { name: 'Decide', exact: true });
  const count = await open.count();
  await open.first().click();
  await expect(page.getByRole('alert').or(page.getByText('Say why.')).first()).toBeVisible();
  for (let left = count; left > 0; left -= 1) {
    await expect(page.getByText(`still to decide: ${left}`)).toBeVisible();
    await page.getByLabel('Reason').first().fill('It is what the words say.');
    await open.first().click();
    await expect(page.getByText(`still to decide: ${left - 1}`)).toBeVisible();
  }
  return count;
}

import { expect, type Page } from '@playwright/test';
import { voices } from './texts.ts';

/** What people speak of, in the order of `voices`; and how some of them end. */
export const codeNames = ['Waiting', 'Interpreter', 'Who decides', 'Private records'] as const;
export const hurtCode = 'It hurt';

/** What a text of the filled round is about; the tests know it as a coder would. */
export function topicOf(text: string): number {
  const topics = Object.values(voices).flatMap(({ about }) => [...about.entries()]);
  return topics.find(([, phrases]) => phrases.some((phrase) => text.includes(phrase)))?.[0] ?? -1;
}

export const wordsIn = (page: Page) => page.locator('blockquote.spoken-words').first();
const assigned = (page: Page) => page.getByRole('list', { name: 'Codes of this text' });

/** Goes where a key leads, to another text. */
export async function moveBy(page: Page, key: string): Promise<void> {
  const before = page.url();
  await page.keyboard.press(key);
  await expect(page).not.toHaveURL(before);
}

/** Reads what is to be read next and gives it its code, by keys alone. */
export async function codeByKeys(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const topic = topicOf(await wordsIn(page).innerText());
    await page.keyboard.press(String(topic + 1));
    await expect(assigned(page)).toContainText(codeNames[topic] ?? '?');
    await moveBy(page, '0');
  }
}

export async function addCodes(page: Page, coding: string): Promise<void> {
  await page.goto(`${coding}/codebook`);
  for (const name of [...codeNames, hurtCode]) {
    await page.getByLabel('Name of the code').first().fill(name);
    await page.getByRole('button', { name: 'Add the code' }).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
}

/** Takes the machine's suggestion where a coder would; every other time chooses another code for some words. */
export async function weighSuggestions(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const topic = topicOf(await wordsIn(page).innerText());
    const name = codeNames[topic] ?? '?';
    const suggested = page.getByRole('button', { name: new RegExp(`^${name} \\(\\d+ %\\)`) });
    const isTaken = time % 2 === 0 && (await suggested.count()) > 0;
    if (isTaken) {
      await suggested.click();
      await expect(assigned(page)).toContainText('suggested and accepted');
    } else {
      await page.getByRole('radio').last().check(); // one sentence of it
      await page.keyboard.press('5');
      await expect(assigned(page)).toContainText(hurtCode);
    }
    await moveBy(page, '0');
  }
}

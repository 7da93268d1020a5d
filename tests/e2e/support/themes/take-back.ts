import { expect, type Page } from '@playwright/test';
import { baseUrl } from '../fixtures.ts';
import { wordsOf } from '../year/words-of.ts';
import type { Speaker } from './filled-round.ts';

type Quoted = { words: string; author: Speaker };

/** What a report quotes in the words of one person alone. */
export async function findQuote(page: Page, speakers: readonly Speaker[]): Promise<Quoted> {
  for (const text of await page.locator('figure.quote blockquote').allInnerTexts()) {
    const words = text.trim();
    const [author, ...others] = speakers.filter((speaker) => speaker.text.includes(words));
    if (author && others.length === 0) return { words, author };
  }
  throw new Error('the report quotes nobody whose words are theirs alone');
}

/** Finds on the page of their own words what they said, and takes it back. */
export async function takeBack(page: Page, { language, text }: Speaker): Promise<void> {
  const say = wordsOf(language, 'panel');
  await page.goto(`${baseUrl()}/panel/words`);
  const card = page.locator('section').filter({ hasText: text });
  await card.getByRole('link', { name: say('words.withdraw') }).click();
  await page.getByRole('button', { name: say('withdraw.button') }).click();
  await expect(page.getByText(say('words.done.withdrawn'))).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(text);
}

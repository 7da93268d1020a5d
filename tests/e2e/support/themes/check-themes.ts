import { expect, type Browser, type Page } from '@playwright/test';
import { baseUrl, openBrowser } from '../fixtures.ts';
import { wordsOf } from '../year/words-of.ts';
import type { Speaker } from './filled-round.ts';

/** A person of the panel, on a phone without script, who came by the link of a letter and has no account. */
export async function comeByLetter(
  browser: Browser,
  { facilitator, panel, speaker }: { facilitator: Page; panel: string; speaker: Speaker },
): Promise<Page> {
  await facilitator.goto(`${panel}/people/${speaker.memberId}`);
  await facilitator.getByRole('button', { name: 'Make a letter' }).click();
  const link = (await facilitator.locator('.letter-link').textContent())?.trim() ?? '';
  const { page } = await openBrowser(browser, {
    ...{ viewport: { width: 360, height: 780 }, javaScriptEnabled: false },
    locale: speaker.language,
  });
  await page.goto(`${baseUrl()}${new URL(link).pathname}`);
  await page.locator('main form[method=post] button').click();
  return page;
}

/** Says that it is not what was meant: refused without words, kept with them. */
export async function sayNotMeant(page: Page, language: 'ar' | 'kk', words: string): Promise<void> {
  const say = wordsOf(language, 'panel');
  await page.goto(`${baseUrl()}/panel`);
  await page.locator('main a[href^="/panel/themes/"]').click();
  await page.getByLabel(say('themes.verdict.not-meant')).check();
  await page.getByRole('button', { name: say('themes.send') }).click();
  await expect(page.getByLabel(say('themes.verdict.not-meant'))).toBeChecked();
  await expect(page.getByText(say('themes.thanks'))).toHaveCount(0);
  await page.getByLabel(say('themes.words')).fill(words);
  await page.getByRole('button', { name: say('themes.send') }).click();
  await expect(page.getByText(say('themes.thanks'))).toBeVisible();
}

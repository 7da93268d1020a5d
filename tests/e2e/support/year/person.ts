import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { baseUrl, openBrowser } from '../fixtures.ts';
import type { Tongue } from './texts.ts';
import { wordsOf } from './words-of.ts';

export type Person = {
  page: Page;
  context: BrowserContext;
  /** What the person's pages say, in the person's language. */
  say: (key: string) => string;
  number: string;
};

type Wishes = { tongue: Tongue; code: string; email?: string; hasScript?: boolean };

/** Reads what it is about, agrees to being read and quoted, and joins, on a phone. */
export async function join(browser: Browser, wishes: Wishes): Promise<Person> {
  const { tongue, code, email = '', hasScript = false } = wishes;
  const say = wordsOf(tongue, 'panel');
  const { context, page } = await openBrowser(browser, {
    ...{ viewport: { width: 360, height: 780 }, javaScriptEnabled: hasScript, locale: tongue },
  });
  await page.goto(`${baseUrl()}/join/${code}`);
  await expect(page.locator('html')).toHaveAttribute('lang', tongue);
  await expect(page.locator('html')).toHaveAttribute('dir', tongue === 'ar' ? 'rtl' : 'ltr');
  await page.getByRole('link', { name: say('join.goOn') }).click();
  await page.getByLabel(say('basis.own')).check();
  await page.getByRole('button', { name: say('agree.submit') }).click();
  // Refused without the one consent that is needed; what was chosen stays.
  await expect(page.getByText(say('problem.read-missing')).first()).toBeVisible();
  await expect(page.getByLabel(say('basis.own'))).toBeChecked();
  await page.locator('input[name=consents][value=read]').check();
  await page.locator('input[name=consents][value=quote]').check();
  await page.locator('input[name=consents][value=recontact]').check();
  await page.getByLabel(say('details.email')).fill(email);
  await page.getByRole('button', { name: say('agree.submit') }).click();
  await expect(page.getByRole('heading', { name: say('joined.title') })).toBeVisible();
  await page.getByRole('link', { name: say('joined.goOn') }).click();
  const line = await page.getByText(say('home.number').split('{{number}}')[0] ?? '').textContent();
  return { page, context, say, number: /\d+|[٠-٩]+/.exec(line ?? '')?.[0] ?? '' };
}

/** Answers the questions of the open round, keeps each, reads all again and sends it. */
export async function contribute(
  { page, say }: Person,
  answers: readonly string[],
  names = '',
): Promise<void> {
  await openRoundOf(page);
  await page.locator('main a[href$="/prompts/1"]').click();
  for (const [index, answer] of answers.entries()) {
    const isLast = index === answers.length - 1;
    await page.getByLabel(say('prompt.text')).fill(answer);
    await page.getByRole('button', { name: say(isLast ? 'prompt.review' : 'prompt.next') }).click();
  }
  await expect(page.getByRole('heading', { name: say('review.title') })).toBeVisible();
  await page.getByLabel(say('review.names')).fill(names);
  await page.getByRole('button', { name: say('review.send') }).click();
  await expect(page.getByText(say('round.done.sent'))).toBeVisible();
}

/** Votes on the statement of the round, and finds the vote again. */
export async function vote({ page, say }: Person, answer: string): Promise<void> {
  await openRoundOf(page);
  await page.getByRole('link', { name: say('round.toStatements') }).click();
  await page.getByLabel(say(`statements.answer.${answer}`)).check();
  await page.getByRole('button', { name: say('statements.finish') }).click();
  await expect(page.getByText(say('round.done.voted'))).toBeVisible();
  await page.getByRole('link', { name: say('round.toStatements') }).click();
  await expect(page.getByLabel(say(`statements.answer.${answer}`))).toBeChecked();
}

async function openRoundOf(page: Page): Promise<void> {
  await page.goto(`${baseUrl()}/panel`);
  await page.locator('main a[href^="/panel/rounds/"]').first().click();
}

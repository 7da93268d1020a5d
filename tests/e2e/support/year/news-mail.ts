import { expect, type Page } from '@playwright/test';
import { baseUrl, reloadUntil } from '../fixtures.ts';
import { change, reason, request, wordsOfKairat } from './texts.ts';
import { wordsOf } from './words-of.ts';

/** Mail is read by others: it leads to the person's page and repeats nothing. */
export async function findNewsMail(administrator: Page): Promise<void> {
  const mailOf = wordsOf('kk', 'outcomes');
  const subject = mailOf('mail.subject').replace('{{organisation}}', 'Riverside Health (demo)');
  const row = administrator.getByRole('row', { name: 'kairat@example.org' });
  const mail = row.filter({ hasText: subject });
  await administrator.goto(`${baseUrl()}/settings/outbox`);
  await reloadUntil(administrator, async () => (await mail.count()) === 1);
  await mail.getByRole('link').click();
  const body = administrator.locator('pre.mail-text');
  await expect(body).toContainText('/panel/news');
  for (const words of [reason.kk, change.kk, request.kk, wordsOfKairat]) {
    await expect(body).not.toContainText(words);
  }
}

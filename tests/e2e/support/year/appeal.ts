import { expect, type Page } from '@playwright/test';
import { goTo } from './go-to.ts';
import { confirmRedaction, redactNext, reject } from './moderate.ts';
import type { Person } from './person.ts';
import { worryPrompt } from './texts.ts';

type Parties = {
  panel: string;
  moderator: Page;
  facilitator: Page;
  author: Person;
  look: (page: Page, name: string) => Promise<void>;
};

/** The moderator rejects with a reason, the author appeals, and the facilitator keeps to it. */
export async function appealAndAnswer(parties: Parties): Promise<void> {
  const { panel, moderator, facilitator, author, look } = parties;
  await redactNext(moderator, panel, 'Member 2', worryPrompt.en);
  await confirmRedaction(moderator);
  await reject(moderator, 'It is about something else', 'Бұл ас туралы, ескерту туралы емес.');
  await goTo(author, '/panel/words');
  await expect(author.page.getByText(author.say('reason.off-topic'))).toBeVisible();
  await expect(author.page.getByText('Бұл ас туралы')).toBeVisible();
  await author.page.getByRole('link', { name: author.say('words.appeal') }).click();
  await author.page.getByLabel(author.say('appeal.note')).fill('Сорпа да маңызды.');
  await author.page.getByRole('button', { name: author.say('appeal.send') }).click();
  await expect(author.page.getByText(author.say('words.done.appealed'))).toBeVisible();
  await moderator.goto(`${panel}/appeals`);
  await expect(moderator.getByText('You rejected this')).toBeVisible();
  await expect(moderator.getByRole('button', { name: /^Refuse/ })).toHaveCount(0);
  await facilitator.goto(`${panel}/appeals`);
  await look(facilitator, 'appeals');
  await facilitator.getByLabel('What you answer the author').fill('Асханаға айттық.');
  await facilitator.getByRole('button', { name: /^Refuse/ }).click();
  await expect(facilitator.getByText('The appeal is answered.')).toBeVisible();
  await goTo(author, '/panel/words');
  await expect(author.page.getByText(author.say('event.appeal-refused'))).toBeVisible();
  await expect(author.page.getByText('Асханаға айттық.')).toBeVisible();
}

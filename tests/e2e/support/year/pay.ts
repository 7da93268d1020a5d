import { expect, type Page } from '@playwright/test';
import { goTo } from './go-to.ts';
import type { Person } from './person.ts';

type Parties = {
  panel: string;
  facilitator: Page;
  person: Person;
  look: (page: Page, name: string) => Promise<void>;
};

export async function pay({ panel, facilitator, person, look }: Parties): Promise<void> {
  await facilitator.goto(`${panel}/payments`);
  const offer = facilitator.getByRole('region', { name: 'Offer a payment' });
  await offer.getByLabel('Person').selectOption({ label: `Member ${person.number}` });
  await offer.getByLabel('Rate').selectOption({ index: 0 });
  await offer.getByLabel('For what').fill('First round');
  await offer.getByRole('button', { name: 'Offer' }).click();
  await expect(facilitator.getByText('The offer was recorded.')).toBeVisible();
  await look(facilitator, 'payments');
  await goTo(person, '/panel/me');
  await person.page.getByRole('link', { name: person.say('me.payments') }).click();
  await person.page.getByRole('button', { name: person.say('payments.accept') }).click();
  await expect(person.page.getByText(person.say('payments.done.accepted'))).toBeVisible();
  await facilitator.reload();
  await facilitator.getByRole('button', { name: `Member ${person.number} was paid` }).click();
  await expect(facilitator.getByText('Recorded as paid.')).toBeVisible();
  await goTo(person, '/panel/me/payments');
  const [paid = ''] = person.say('payments.paid').split('{{day}}');
  await expect(person.page.getByText(paid)).toBeVisible();
}

import { expect, type Browser, type Page } from '@playwright/test';
import { createClient } from '#tests/support/http-client.ts';
import { answerUntilReview, learnSteps, submit } from '#tests/support/respondent.ts';
import { baseUrl, openBrowser } from './fixtures.ts';

const survey = '/s/demo-shifts?lang=en';

/** Somebody answers on a phone, writes, and does not agree to be quoted. Returns the name of the field. */
export async function writeInSurvey(browser: Browser, text: string): Promise<string> {
  const { context, page } = await openBrowser(browser, {
    ...{ viewport: { width: 360, height: 740 }, locale: 'en-GB', javaScriptEnabled: false },
  });
  const goOn = () => page.locator('main form[method=post] button').first().click();
  await page.goto(`${baseUrl()}${survey}`);
  await page.locator('main form[method=post] button').last().click();
  await page.getByRole('checkbox').check();
  await goOn();
  await expect(page).toHaveURL(/\/1(\?|$)/);
  for (const group of await page.locator('fieldset').all())
    await group.getByRole('radio').nth(1).check();
  await goOn();
  const field = page.getByRole('textbox', { name: /^What should change/ });
  await field.fill(text);
  const name = (await field.getAttribute('name')) ?? '';
  await goOn();
  await expect(page).toHaveURL(/\/review(\?|$)/);
  await goOn();
  await expect(page).toHaveURL(/\/done/);
  await context.close();
  return name;
}

/** So many others write in the same field. */
export async function writeMore(field: string, people: number): Promise<void> {
  const steps = await learnSteps(baseUrl(), survey);
  for (let person = 0; person < people; person += 1) {
    const words = new URLSearchParams([[field, `Fewer false alarms, number ${person}`]]);
    const own = steps.map((step) =>
      step.action.includes('/2') ? { ...step, body: `${step.body}&${words}` } : step,
    );
    const client = createClient(baseUrl());
    await answerUntilReview(client, own);
    expect(await submit(client, own)).toBe(true);
  }
}

/** The contribution that says so, among those nobody has read yet. */
export async function findReceived(
  page: Page,
  { panel, text }: { panel: string; text: string },
): Promise<string> {
  await page.goto(`${panel}/contributions?state=received`);
  const links = page.locator('main tbody a[href*="/contributions/"]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const address of addresses) {
    await page.goto(`${baseUrl()}${address}/redact`);
    if ((await page.getByRole('main').innerText()).includes(text)) return `${baseUrl()}${address}`;
  }
  throw new Error(`nobody wrote ${text}`);
}

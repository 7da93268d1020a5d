import { expect, type Page } from '@playwright/test';
import { baseUrl } from '../fixtures.ts';
import { idIn } from '../id-in.ts';
import { newActivity } from '../make-panel.ts';
import { fillText } from './fill-text.ts';
import { about, panelTitle } from './texts.ts';

export const slug = 'voices-of-the-year';

async function draftPanel(page: Page): Promise<string> {
  const activity = await newActivity(page);
  await page.goto(`${baseUrl()}/panels/new?activity=${activity}`);
  await page.getByRole('group', { name: 'Title' }).getByLabel('English').fill(panelTitle.en);
  const languages = page.getByRole('group', { name: 'Languages', exact: true });
  for (const name of ['English', 'Arabic', 'Kazakh']) await languages.getByLabel(name).check();
  await page.getByLabel('Address of the outcomes page').fill(slug);
  await page.getByRole('button', { name: 'Make the panel' }).click();
  await expect(page.getByText('The panel was made as a draft.')).toBeVisible();
  return `${baseUrl()}/panels/${idIn(page.url())}`;
}

/** A panel in three languages that people can join, by its pages alone. Returns its address. */
export async function openPanel(page: Page): Promise<string> {
  const panel = await draftPanel(page);
  await page.goto(`${panel}/settings`);
  await fillText(page, 'Title', panelTitle);
  await fillText(page, 'About the panel', about);
  await page.getByLabel('Smallest group described').fill('3');
  await page.getByLabel('Named person for safeguarding').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('It was saved.')).toBeVisible();
  await page.goto(`${panel}/settings/consent`);
  await page.getByRole('button', { name: 'Save the consent texts' }).click();
  await expect(page.getByText('The consent texts were saved as a new version.')).toBeVisible();
  await page.goto(`${panel}/settings/policy`);
  await page.getByRole('button', { name: 'Save the policy' }).click();
  await page.getByRole('button', { name: 'Publish the policy' }).click();
  await expect(page.getByText('The policy is published.')).toBeVisible();
  await page.goto(panel);
  await page.locator('summary', { hasText: 'Open the panel' }).click();
  await page.getByRole('button', { name: 'Open the panel' }).click();
  await expect(page.getByText('The panel is open. People can join.')).toBeVisible();
  return panel;
}

/** A way to join; returns the code that its posters carry. */
export async function openWay(page: Page, panel: string, name: string, kind: string) {
  await page.goto(`${panel}/recruitment`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: kind });
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('The way to join was opened.')).toBeVisible();
  const row = page.getByRole('row', { name });
  const address = await row.getByRole('link', { name: /\/join\// }).getAttribute('href');
  return /\/join\/([\w-]+)/.exec(address ?? '')?.[1] ?? '';
}

import { expect, type Page } from '@playwright/test';
import { baseUrl } from './fixtures.ts';

export type Fielded = { studyId: string; code: string };

/** A researcher makes a study on one site by the pages alone. */
export async function draftStudy(page: Page, title: string, site: string): Promise<string> {
  await page.goto(`${baseUrl()}/studies/new`);
  await page
    .getByRole('radio', { name: /^Nurse AI Readiness/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Title, English').fill(title);
  await page.getByLabel(site, { exact: true }).check();
  const languages = page.getByRole('group', { name: 'Languages', exact: true });
  await languages.getByRole('checkbox', { name: /^English/ }).check();
  await languages.getByRole('checkbox', { name: /^Arabic/ }).check();
  await page.getByLabel('Minimum cell size').fill('5');
  await page.getByRole('button', { name: 'Make the study' }).click();
  await expect(page.getByText('The study was made as a draft.')).toBeVisible();
  return /\/studies\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Makes a study, opens it and makes an open link. */
export async function fieldStudy(page: Page, title: string, site: string): Promise<Fielded> {
  const studyId = await draftStudy(page, title, site);

  await page.goto(`${baseUrl()}/studies/${studyId}/consent`);
  await page.getByRole('button', { name: 'Save the consent text' }).click();
  // The proposed text was saved with the study.
  await expect(page.getByText('Nothing has changed: the consent text')).toBeVisible();

  await page.goto(`${baseUrl()}/studies/${studyId}/open`);
  await page.getByRole('button', { name: 'Open as a pilot' }).click();
  await expect(page.getByText('The study is open')).toBeVisible();

  await page.goto(`${baseUrl()}/studies/${studyId}/links`);
  await page.getByLabel('Site').selectOption({ label: site });
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('The link was made.')).toBeVisible();
  const address = await page
    .getByText(/\/s\/[a-z0-9]{10}/i)
    .first()
    .textContent();
  return { studyId, code: /\/s\/([a-z0-9]{10})/i.exec(address ?? '')?.[1] ?? '' };
}

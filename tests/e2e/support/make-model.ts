import { expect, type Page } from '@playwright/test';
import { baseUrl } from './fixtures.ts';
import { idIn } from './id-in.ts';

/** A system with a version that runs at a site, and a data set, as somebody enters them. */
export async function newModel(owner: Page) {
  const main = owner.getByRole('main');
  const name = `triage-${Date.now()}`;
  await owner.goto(`${baseUrl()}/models/new`);
  await main.getByLabel('English').first().fill('Triage helper');
  await main.getByLabel('Short name').fill(name);
  await main.getByLabel('Reason').fill('The board asked for it');
  await main.getByLabel('Decided by').fill('The board');
  await main.getByRole('button', { name: 'Register' }).click();
  await expect(owner.getByText('The system is registered.')).toBeVisible();
  const model = idIn(owner.url());
  await owner.goto(`${baseUrl()}/models/${model}/versions/new`);
  await main.getByLabel('Name of the version').fill('1.0');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  await owner.goto(`${baseUrl()}/models/${model}/deployments/new`);
  await main.getByLabel('Ward, clinic or service').fill('Emergency');
  await main.getByLabel('Short name').fill(`${name}-ed`);
  await main.getByLabel('Reason').fill('Pilot agreed');
  await main.getByLabel('Decided by').fill('The board');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  const deployment = owner.url().split('/deployments/')[1]?.slice(0, 36) ?? '';
  await owner.goto(`${baseUrl()}/models/datasets/new`);
  await main.getByLabel('Name', { exact: true }).fill('Our own notes');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  return { model, deployment, dataset: idIn(owner.url()) };
}

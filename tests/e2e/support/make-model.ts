import { expect, type Page } from '@playwright/test';
import { baseUrl } from './fixtures.ts';
import { idIn } from './id-in.ts';
import { nameRoles } from './name-roles.ts';

async function chooseTable(owner: Page, own: string, version: string, row: string) {
  const main = owner.getByRole('main');
  await owner.goto(`${own}/upload`);
  await main.getByLabel('File', { exact: true }).setInputFiles({
    name: 'counts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`period_start,period_end,metric,numerator,denominator\n${row}\n`),
  });
  await main.getByLabel('Version that ran').fill(version);
  await main.getByRole('button', { name: 'Check the file' }).click();
  await expect(owner.getByText('Nothing is stored yet.')).toBeVisible();
}

/** A system with a version that runs at a site since a day, as somebody enters them. */
export async function newDeployment(owner: Page, since?: string) {
  const main = owner.getByRole('main');
  const name = `triage-${Date.now()}`;
  await owner.goto(`${baseUrl()}/models/new`);
  await main.getByLabel('English').first().fill('Triage helper');
  await main.getByLabel('Kind', { exact: true }).selectOption('triage');
  await main.getByLabel('Short name').fill(name);
  // It is entered before its use: nobody is named for it yet.
  await main.getByLabel('Stage', { exact: true }).selectOption('silent');
  await main.getByLabel('Reason').fill('The board asked for it');
  await main.getByLabel('Decided by').fill('The board');
  await main.getByRole('button', { name: 'Register' }).click();
  await expect(owner.getByText('The system is registered.')).toBeVisible();
  const model = idIn(owner.url());
  await owner.goto(`${baseUrl()}/models/${model}/versions/new`);
  await main.getByLabel('Name of the version').fill('1.0');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  const edit = main.getByRole('link', { name: 'Put version 1.0 right' });
  const version = ((await edit.getAttribute('href')) ?? '').split('/versions/')[1] ?? '';
  await owner.goto(`${baseUrl()}/models/${model}/deployments/new`);
  await main.getByLabel('Ward, clinic or service').fill('Emergency');
  await main.getByLabel('Short name').fill(`${name}-ed`);
  if (since !== undefined) await main.getByLabel('From', { exact: true }).fill(since);
  await main.getByLabel('Reason').fill('Pilot agreed');
  await main.getByLabel('Decided by').fill('The board');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  const deployment = owner.url().split('/deployments/')[1]?.slice(0, 36) ?? '';
  const own = `${baseUrl()}/models/${model}/deployments/${deployment}`;
  return { model, version, deployment, own };
}

/** A plan that is being written, with one metric: the id of the metric. */
async function newPlannedMetric(owner: Page, own: string): Promise<string> {
  const main = owner.getByRole('main');
  await owner.goto(`${own}/monitoring/plan`);
  await main.getByRole('button', { name: 'Begin a plan' }).click();
  await main.getByRole('link', { name: 'Plan a metric' }).click();
  await main.getByLabel('Metric', { exact: true }).selectOption('override');
  await main.getByLabel('Who is counted').fill('All adults');
  await main.getByLabel('Owner').fill('Ana Ward');
  await main.getByLabel('Action: Signal on a chart').fill('Read ten cases');
  await main.getByLabel('Action: Numbers did not come').fill('Ask the sender');
  await main.getByRole('button', { name: 'Plan a metric' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  const link = main.getByRole('link', { name: 'Overrides' });
  return ((await link.getAttribute('href')) ?? '').split('/metrics/')[1] ?? '';
}

/** Approves the next stage of a system with a condition: the id of the condition. */
async function newCondition(owner: Page, model: string): Promise<string> {
  const main = owner.getByRole('main');
  await nameRoles(owner, model);
  await owner.goto(`${baseUrl()}/models/${model}/decide`);
  await main.getByLabel('Stage', { exact: true }).selectOption('restricted');
  await main.getByLabel('Outcome').selectOption('approved-with-contingencies');
  const form = main.locator('#decide');
  await form.getByLabel('Reason').fill('Until the panel was asked');
  await form.getByLabel('Decided by').fill('The board');
  await form.getByLabel('Condition', { exact: true }).fill('Ask the patients’ panel');
  await form.getByLabel('Or in words').fill('The secretary');
  await form.getByLabel('Due by').fill('2099-01-01');
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(owner.getByText('The decision is recorded.')).toBeVisible();
  const link = main.getByRole('link', { name: 'Record that it is met' });
  return ((await link.getAttribute('href')) ?? '').split('/conditions/')[1] ?? '';
}

/** Of the demo: an alert about a metric, the page of the metric, and a fairness audit of its place. */
async function findWatched(owner: Page) {
  const main = owner.getByRole('main');
  await owner.goto(`${baseUrl()}/models/alerts`);
  const alert = idIn(
    await main.getByRole('link', { name: 'Sensitivity' }).first().getAttribute('href'),
  );
  await owner.goto(`${baseUrl()}/models/alerts/${alert}`);
  const link = main.getByRole('link', { name: 'See the metric' });
  const metric = (await link.getAttribute('href')) ?? '';
  await owner.goto(`${baseUrl()}${metric.split('/metrics/')[0] ?? ''}/audits`);
  const audit = main.getByRole('link', { name: 'Fairness audit 1' });
  return { alert, metric, audit: (await audit.getAttribute('href')) ?? '' };
}

/** Says where data go, and something else; the address of the notice of it. */
async function newTransfer(owner: Page, model: string): Promise<string> {
  const main = owner.getByRole('main');
  for (const country of ['KZ', 'DE']) {
    await owner.goto(`${baseUrl()}/models/${model}/describe/sovereignty`);
    await main.getByLabel('Logs kept in').fill(country);
    await main.getByRole('button', { name: 'Save' }).click();
    await expect(owner.getByText('Saved.')).toBeVisible();
  }
  await owner.goto(`${baseUrl()}/models/${model}/changes`);
  const link = main.getByRole('link', { name: /^Look at the change/ });
  return (await link.getAttribute('href')) ?? '';
}

/** A system with batches, a plan and a data set: one of each thing that an address of the register names. */
export async function newModel(owner: Page) {
  const main = owner.getByRole('main');
  const { model, version, deployment, own } = await newDeployment(owner);
  // Of a version that nobody registered: the batch waits; and a table with faults.
  await chooseTable(owner, own, '9.9', '2026-01-01,2026-02-01,override,3,40');
  await main.getByRole('button', { name: 'Store the records' }).click();
  await expect(owner.getByText('The file was stored.')).toBeVisible();
  const batch = owner.url().split('/batches/')[1]?.slice(0, 36) ?? '';
  await chooseTable(owner, own, '1.0', '2026-01-01,2025-02-01,override,50,40');
  await expect(owner.getByText('What is wrong: 2')).toBeVisible();
  const upload = owner.url().split('/upload/')[1]?.slice(0, 36) ?? '';
  await owner.goto(`${baseUrl()}/models/datasets/new`);
  await main.getByLabel('Name', { exact: true }).fill('Our own notes');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  const dataset = idIn(owner.url());
  const plannedMetric = await newPlannedMetric(owner, own);
  const condition = await newCondition(owner, model);
  return {
    model,
    version,
    deployment,
    batch,
    upload,
    dataset,
    plannedMetric,
    condition,
    transfer: await newTransfer(owner, model),
    ...(await findWatched(owner)),
  };
}

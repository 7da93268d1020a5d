import { expect, type Browser, type Page } from '@playwright/test';
import { becomePerson, type DemoPerson } from './demo-person.ts';
import { baseUrl } from './fixtures.ts';
import { idIn } from './id-in.ts';
import { newModel } from './make-model.ts';
import { newActivity, newJob, newPanel, newRound } from './make-panel.ts';

export type Places = {
  study: string;
  instrument: string;
  site: string;
  membership: string;
  mail: string;
  importDraft: string;
  acceptLink: string;
  activity: string;
  panel: string;
  round: string;
  job: string;
  personalLink: string;
  confidentialStudy: string;
  person: DemoPerson;
  model: string;
  deployment: string;
  batch: string;
  upload: string;
  dataset: string;
  plannedMetric: string;
  condition: string;
  transfer: string;
  version: string;
  metric: string;
  alert: string;
  audit: string;
};

async function firstId(page: Page, path: string, link: string): Promise<string> {
  await page.goto(`${baseUrl()}${path}`);
  const links = page.locator(`main a[href*="${link}"]`);
  const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  return addresses.map(idIn).find((id) => id !== '') ?? '';
}

async function findStudy(page: Page, name: RegExp): Promise<string> {
  await page.goto(`${baseUrl()}/studies`);
  return idIn(await page.getByRole('link', { name }).first().getAttribute('href'));
}

async function startImport(page: Page, study: string): Promise<string> {
  await page.goto(`${baseUrl()}/studies/${study}/import`);
  const rows = ['nai-1,nai-2,nai-3', '1,2,3', '4,wrong,5'].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}/);
  return idIn(page.url().split('/import/')[1] ?? '');
}

async function inviteNurse(page: Page, study: string): Promise<void> {
  await page.goto(`${baseUrl()}/studies/${study}/invitations/invite`);
  await page.getByLabel('List').fill(`nurse-${Date.now()}@example.org, North Hospital, ar`);
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByText('The people were invited.')).toBeVisible();
}

async function newDraftVersion(page: Page, instrument: string): Promise<void> {
  await page.goto(`${baseUrl()}/instruments/${instrument}`);
  const button = page.getByRole('button', { name: 'New version' });
  if ((await button.count()) === 0) return; // a worker that starts again finds it made
  await button.click();
  await expect(page).toHaveURL(/\/versions\/2/);
}

async function inviteColleague(page: Page): Promise<string> {
  await page.goto(`${baseUrl()}/settings/people/invite`);
  await page.getByLabel('E-mail address').fill(`colleague-${Date.now()}@example.org`);
  await page.getByRole('radio', { name: 'Researcher' }).check();
  const everywhere = page.getByLabel('All sites, those to come too');
  if (await everywhere.isVisible()) await everywhere.check();
  await page.getByRole('main').getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByText('The invitation is ready')).toBeVisible();
  return /\/accept\/[\w-]+/.exec(await page.content())?.[0] ?? '';
}

/** Makes one of each thing that an address can name. */
export async function prepare(
  browser: Browser,
  researcher: Page,
  administrator: Page,
  facilitator: Page,
  owner: Page,
): Promise<Places> {
  const study = await findStudy(researcher, /\(demo\)/);
  const instrument = await firstId(researcher, '/instruments', '/instruments/');
  await newDraftVersion(researcher, instrument);
  await inviteNurse(researcher, study);
  const mail = await firstId(administrator, '/settings/outbox', '/settings/outbox/');
  await administrator.goto(`${baseUrl()}/settings/outbox/${mail}`);
  const personalLink = /\/s\/i\/[\w-]+/.exec(await administrator.content())?.[0] ?? '';
  const activity = await newActivity(facilitator);
  const panel = await newPanel(facilitator, activity);
  const round = await newRound(facilitator, panel);
  return {
    ...{ activity, panel, round, job: await newJob(facilitator, panel, round) },
    ...(await newModel(owner)),
    study,
    instrument,
    mail,
    personalLink,
    confidentialStudy: await findStudy(researcher, /What people are told about computers/),
    person: await becomePerson(browser, facilitator),
    importDraft: await startImport(researcher, study),
    site: await firstId(administrator, '/settings/sites', '/settings/sites/'),
    membership: await firstId(administrator, '/settings/people', '/settings/people/'),
    acceptLink: await inviteColleague(administrator),
  };
}

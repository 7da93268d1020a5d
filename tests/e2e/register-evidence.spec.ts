import { expect, test, type Page } from '@playwright/test';
import { checkPage } from './support/check-page.ts';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { newDeployment } from './support/make-model.ts';

const main = (page: Page) => page.getByRole('main');
const save = (page: Page) => main(page).getByRole('button', { name: 'Save' }).click();

async function sayWhere(owner: Page, home: string, countries: string) {
  await owner.goto(`${home}/describe/sovereignty`);
  await main(owner).getByLabel('Logs kept in').fill(countries);
  await save(owner);
  await expect(owner.getByText('Saved.')).toBeVisible();
}

async function lookAt(owner: Page, home: string) {
  await owner.goto(home);
  await main(owner)
    .getByRole('link', { name: /Where data go was changed .* nobody has looked/ })
    .click();
  await expect(owner.getByText('Not yet looked at')).toBeVisible();
  await checkPage(owner, 'changes');
  await main(owner)
    .getByRole('link', { name: /^Look at the change/ })
    .click();
  await expect(main(owner).getByText(/Germany.* and .*Kazakhstan/)).toBeVisible();
  await save(owner);
  await expect(owner.getByRole('alert')).toContainText('Say why.');
  await main(owner).getByLabel('Reason').fill('Nobody agreed to it');
  await save(owner);
  await expect(owner.getByRole('alert')).toBeVisible();
  await expect(main(owner).getByLabel('Reason')).toHaveValue('Nobody agreed to it');
  await checkPage(owner, 'look at a change');
  await main(owner).getByLabel('What follows').selectOption('undo');
  await save(owner);
  await expect(owner.getByText('Saved.')).toBeVisible();
  await expect(main(owner).getByText('To be undone', { exact: true })).toBeVisible();
}

test('a change of where data go is looked at, and stays a duty until it is undone', async ({
  browser,
}) => {
  const { context, page: owner } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(owner, 'model-owner');
  const { model } = await newDeployment(owner);
  const home = `${baseUrl()}/models/${model}`;
  await sayWhere(owner, home, 'KZ, DE');
  await sayWhere(owner, home, 'DE, KZ');
  await owner.goto(`${home}/changes`);
  await expect(owner.getByText('Nothing was changed since it was first said.')).toBeVisible();
  await sayWhere(owner, home, 'KZ');
  await lookAt(owner, home);
  await owner.goto(home);
  await expect(main(owner).getByRole('link', { name: /is to be undone/ })).toBeVisible();
  await sayWhere(owner, home, 'KZ, DE');
  await expect(main(owner).getByRole('link', { name: /is to be undone/ })).toHaveCount(0);
  await expect(main(owner).getByRole('link', { name: /nobody has looked/ })).toBeVisible();
  await context.close();
});

test('clauses follow what the register says, and dates can be looked up', async ({ browser }) => {
  const { context, page: owner } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(owner, 'model-owner');
  const { model } = await newDeployment(owner);
  const home = `${baseUrl()}/models/${model}`;
  await owner.goto(`${home}/clauses`);
  await expect(owner.getByText('Role or tier under the EU AI Act is not said')).toBeVisible();
  await checkPage(owner, 'clauses');
  await main(owner).getByRole('link', { name: 'Say it' }).click();
  await main(owner).getByLabel('Role under the EU AI Act').selectOption('deployer');
  await main(owner).getByLabel('Tier under the EU AI Act').selectOption('high-risk');
  await save(owner);
  await expect(owner.getByText('Saved.')).toBeVisible();
  await owner.goto(`${home}/clauses`);
  await expect(owner.getByText(/clauses ask nothing of this system/)).toBeVisible();
  const clause = owner.getByRole('row', { name: /Art\. 26\(9\)/ });
  await expect(clause.getByText('Missing').first()).toBeVisible();
  await owner.goto(`${home}/describe/safety`);
  await main(owner).getByLabel('Data protection impact assessment').selectOption('done');
  await save(owner);
  await owner.goto(`${home}/clauses`);
  await expect(clause.getByText('Evidence is there').first()).toBeVisible();
  await expect(clause.getByText('Not confirmed')).toBeVisible();
  await clause.getByRole('link', { name: /Record a check/ }).click();
  await main(owner).getByLabel('Applies from').fill('2027-12-02');
  await main(owner).getByLabel('Where it stands').fill('');
  await save(owner);
  await expect(owner.getByRole('alert')).toContainText('Say where the evidence lies');
  await expect(main(owner).getByLabel('Applies from')).toHaveValue('2027-12-02');
  await checkPage(owner, 'check of a clause');
  await main(owner).getByLabel('Where it stands').fill('EUR-Lex, consolidated text');
  await save(owner);
  await expect(owner.getByText('Saved.')).toBeVisible();
  await expect(clause.getByText('Dec 2, 2027')).toBeVisible();
  await expect(clause.getByText('Not confirmed')).toHaveCount(0);
  await context.close();
});

test('a panel reads what is missing of a system as long as it is shown', async ({ browser }) => {
  const { context, page: owner } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(owner, 'model-owner');
  const { model } = await newDeployment(owner);
  await owner.goto(`${baseUrl()}/models/${model}/recommendations`);
  await expect(main(owner).getByText('No panel reads this yet.')).toBeVisible();
  await main(owner)
    .getByLabel('Panel', { exact: true })
    .selectOption({ label: 'Riverside Voices (demo)' });
  await main(owner).getByRole('button', { name: 'Show it to this panel' }).click();
  await expect(owner.getByText('The panel reads it from now on.')).toBeVisible();
  await expect(main(owner).getByRole('row', { name: /Riverside Voices/ })).toBeVisible();
  await checkPage(owner, 'recommendations that a panel reads');
  await main(owner)
    .getByRole('button', { name: /^Stop showing it/ })
    .click();
  await expect(owner.getByText('The panel does not read it any more.')).toBeVisible();
  await expect(main(owner).getByText('No panel reads this yet.')).toBeVisible();
  await context.close();
});

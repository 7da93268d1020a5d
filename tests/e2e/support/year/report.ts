import { expect, type Page } from '@playwright/test';
import JSZip from 'jszip';
import { readFile } from 'node:fs/promises';

/** Publishes a form as the records fill it; returns the address of the version. */
export async function publishReport(page: Page, panel: string, form: string): Promise<string> {
  await page.goto(`${panel}/report/form/${form}`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('The report was published.')).toBeVisible();
  return page.url().replace(/\?.*$/, '');
}

/** The text of the report's files in English: of the Word file what `document.xml` says. */
export async function readFiles(page: Page, version: string) {
  await page.goto(version);
  const english = page.getByRole('listitem').filter({ hasText: 'English:' });
  const download = async (name: string) => {
    const started = page.waitForEvent('download');
    await english.getByRole('link', { name }).click();
    const file = await started;
    return readFile(await file.path());
  };
  const archive = await JSZip.loadAsync(await download('Word (DOCX)'));
  const xml = (await archive.file('word/document.xml')?.async('string')) ?? '';
  return { xml, markdown: (await download('Markdown')).toString('utf8') };
}

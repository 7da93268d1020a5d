import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

/** The files of a coding as somebody saves them. */
export async function readCodingFiles(page: Page, coding: string) {
  await page.goto(`${coding}/report`);
  const download = async (name: string) => {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const file = await started;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  return {
    codebook: await download('Codebook as a table (CSV)'),
    words: await download('Coded words as a table (CSV)'),
    exchange: await download('Codebook for other programs (REFI-QDA)'),
  };
}

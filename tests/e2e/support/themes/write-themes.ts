import { expect, type Page } from '@playwright/test';
import { fillText } from '../year/fill-text.ts';
import type { Text } from '../year/texts.ts';

type Written = { title: Text; summary: Text; codes: readonly string[] };

export const themes: readonly Written[] = [
  {
    title: { en: 'Waiting in the dark', ar: 'انتظار بلا تفسير', kk: 'Түсініксіз күту' },
    summary: {
      en: 'People wait for hours, and nobody says why.',
      ar: 'ينتظر الناس ساعات ولا يقول لهم أحد لماذا.',
      kk: 'Адамдар сағаттап күтеді, себебін ешкім айтпайды.',
    },
    codes: ['Waiting'],
  },
  {
    title: { en: 'Being understood', ar: 'أن نُفهم', kk: 'Түсінікті болу' },
    summary: {
      en: 'Without an interpreter people guess what the doctor means.',
      ar: 'بلا مترجم يخمّن الناس ما يعنيه الطبيب.',
      kk: 'Аудармашысыз адамдар дәрігердің не айтқанын болжайды.',
    },
    codes: ['Interpreter'],
  },
];

/** Writes the themes in the panel's languages and puts their codes into them. */
export async function writeThemes(page: Page, coding: string): Promise<void> {
  await page.goto(`${coding}/themes`);
  for (const { title, summary } of themes) {
    const form = page.getByRole('region', { name: 'A new theme' });
    await fillText(form, 'Title', title);
    await fillText(form, 'What people say', summary);
    await form.getByRole('button', { name: 'Save the theme' }).click();
    await expect(page.getByRole('heading', { name: title.en })).toBeVisible();
  }
  for (const { title, codes } of themes) {
    for (const code of codes) {
      const row = page.locator('form').filter({ has: page.getByLabel(code, { exact: true }) });
      await row.getByLabel(code, { exact: true }).selectOption({ label: title.en });
      await row.getByRole('button', { name: 'Put there' }).click();
      await expect(page.getByText('The code was put into its theme.')).toBeVisible();
    }
  }
}

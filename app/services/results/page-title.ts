import type { ResultsFrame } from './present-frame.ts';
import type { Reader } from './reader.server.ts';
import type { ResultsPage } from './results-pages.ts';

export function pageTitle({ t }: Reader, page: ResultsPage, { study }: ResultsFrame): string {
  return t('pageTitle', { page: t(`tab.${page}`), study: study.title });
}

import type { LocalText } from '#surveys/model/languages.ts';
import { titleText } from './title-text.server.ts';
import { translate } from './translate.server.ts';

type Page = (t: Awaited<ReturnType<typeof translate>>['t']) => string;

const pages = {
  overview: (t) => t('monitoring:title'),
  people: (t) => t('oversight:title'),
  silent: (t) => t('gates:silent.title'),
  audits: (t) => t('fairness:title'),
} as const satisfies Record<string, Page>;

/** The title of one page of what is watched at a place: which page, then which system. */
export async function monitoringPageTitle(
  request: Request,
  page: keyof typeof pages,
  name: LocalText,
): Promise<string> {
  const { t } = await translate(request);
  const system = await titleText(request, name);
  return t('monitoring:pageTitle', { page: pages[page](t), system });
}

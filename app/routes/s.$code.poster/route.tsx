import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Poster } from '../../components/poster.tsx';
import { languageItems } from '../../components/respondent/survey-shell.tsx';
import {
  askedLanguage,
  requireLanguage,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getPoster } from '../../services/answering/get-poster.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  const wanted = await wantedLanguages(request);
  const poster = await respond(() => getPoster({ code, wanted, asked: askedLanguage(request) }));
  await requireLanguage(request, poster.language);
  const { t } = await requestI18n(context, poster.language);
  return { poster, title: `${t('respondent:poster.title')} · ${poster.title}` };
}

export default function PosterPage() {
  const { poster } = useLoaderData<typeof loader>();
  const { t } = useTranslation('respondent');
  const words = {
    print: t('poster.print'),
    scan: t('poster.scan'),
    orType: t('poster.orType'),
  };
  return (
    <Poster poster={poster} languages={languageItems(poster)} words={words}>
      {poster.site !== null && <p>{t('poster.site', { site: poster.site })}</p>}
    </Poster>
  );
}

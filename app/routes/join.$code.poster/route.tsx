import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Poster } from '../../components/poster.tsx';
import { languageItems } from '../../components/respondent/survey-shell.tsx';
import { requireLanguage, wantedLanguages } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getJoinPoster } from '../../services/recruitment/get-join-poster.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  const wanted = await wantedLanguages(request);
  const poster = await respond(() => getJoinPoster({ code, wanted }));
  await requireLanguage(request, poster.language);
  const { t } = await requestI18n(context, poster.language);
  return { poster, title: `${t('recruitment:poster.title')} · ${poster.title}` };
}

export default function JoinPosterPage() {
  const { poster } = useLoaderData<typeof loader>();
  const { t } = useTranslation('recruitment');
  const words = {
    print: t('poster.print'),
    scan: t('poster.scan'),
    orType: t('poster.orType'),
  };
  return (
    <Poster poster={poster} languages={languageItems(poster)} words={words}>
      <p>{poster.about}</p>
    </Poster>
  );
}

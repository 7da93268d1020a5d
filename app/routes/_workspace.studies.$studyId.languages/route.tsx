import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StudyHeader } from '../../components/study-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { getLanguages } from '../../services/studies/get-languages.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { LanguageTable } from './language-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getLanguages(member, parseParams(params, studyParams)));
  const pageTitle = await studyPageTitle(request, 'languages', page.frame.title);
  return { pageTitle, ...page };
}

export default function StudyLanguagesPage() {
  const { frame, instrument, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const { text } = useLocal();
  return (
    <>
      <StudyHeader frame={frame} />
      <p className="muted">{t('languages.text')}</p>
      <LanguageTable languages={languages} />
      <p>
        <Link to={`/instruments/${instrument.id}/versions/${instrument.number}`}>
          {t('version', { title: text(instrument.title), number: instrument.number })}
        </Link>
      </p>
    </>
  );
}

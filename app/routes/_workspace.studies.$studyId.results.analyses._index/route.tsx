import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { listAnalyses } from '../../services/psychometrics/list-analyses.server.ts';
import { getAnalysisReader } from '../../services/psychometrics/reader.server.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getAnalysisReader(request);
  const { wave } = searchOf(request, filterSchema);
  const page = await respond(() => listAnalyses(member, reader, studyId, wave));
  return { title: pageTitle(reader, 'analyses', page.frame), ...page };
}

export default function AnalysesPage() {
  const { frame, analyses, seesWholeStudy } = useLoaderData<typeof loader>();
  const { t } = useTranslation('analyses');
  const wave = frame.wave ? `?wave=${frame.wave.number}` : '';
  return (
    <ResultsPage page="analyses" frame={frame}>
      {seesWholeStudy ? null : <Notice>{t('wholeStudyOnly')}</Notice>}
      {frame.content === 'shown' && seesWholeStudy ? (
        <ul className="card-list">
          {analyses.map(({ id, name, question }) => (
            <li key={id} className="card">
              <h3>{name}</h3>
              <p>{question}</p>
              <LinkButton to={`${id}${wave}`}>{t('open', { name })}</LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
    </ResultsPage>
  );
}

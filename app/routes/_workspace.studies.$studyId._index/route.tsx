import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { ProgressTable } from '../../components/progress-table.tsx';
import { StudyFacts } from '../../components/study-facts.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { StudyReadiness } from '../../components/study-readiness.tsx';
import { WaveCounts } from '../../components/wave-counts.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { getOverview } from '../../services/studies/get-overview.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { NextStep } from './next-step.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getOverview(member, parseParams(params, studyParams)));
  const pageTitle = await studyPageTitle(request, 'overview', page.frame.title);
  return { pageTitle, ...page };
}

export default function StudyOverviewPage() {
  const { frame, study, sites, readiness, waves, linkCount } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const home = `/studies/${frame.id}`;
  const current = waves.findLast(({ state }) => state !== 'planned');
  const open = (
    <LinkButton to={`${home}/open`} tone="primary">
      {t('open.title')}
    </LinkButton>
  );
  const close = <LinkButton to={`${home}/close`}>{t('close.title')}</LinkButton>;
  const actions = { draft: open, open: close, closed: undefined };
  return (
    <>
      <StudyHeader frame={frame} action={frame.mayEdit ? actions[frame.state] : undefined} />
      <DoneNotice
        words={{
          created: t('done.created'),
          opened: t('done.opened'),
          closed: t('done.closed'),
        }}
      />
      {readiness ? <StudyReadiness readiness={readiness} home={home} /> : null}
      {current ? (
        <section className="card" aria-labelledby="progress">
          <h2 id="progress">{t('overview.progress', { wave: current.name })}</h2>
          <WaveCounts wave={current} minimumCellSize={study.minimumCellSize} />
          <ProgressTable wave={current} minimumCellSize={study.minimumCellSize} />
        </section>
      ) : null}
      <NextStep frame={frame} linkCount={linkCount} />
      <section className="card" aria-labelledby="design">
        <h2 id="design">{t('overview.design')}</h2>
        <StudyFacts
          design={{
            ...study,
            instrument: { title: study.instrumentTitle, number: study.instrumentNumber },
          }}
          sites={sites}
        />
      </section>
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { jobKindOf, jobKinds } from '../../services/panel-jobs/job-kinds.ts';
import { listJobs } from '../../services/panel-jobs/list-jobs.server.ts';
import { getRound } from '../../services/panels/get-round.server.ts';
import { roundParams } from '../../services/panels/round-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const name = parseParams(params, roundParams);
  const { frame, round } = await respond(() => getRound(member, name));
  const { jobs } = await respond(() => listJobs(member, name));
  return {
    ...{ frame, round, pageTitle: await panelPageTitle(request, 'rounds', frame.title) },
    jobs: jobs.filter(({ roundId }) => roundId === name.roundId),
  };
}

type Job = Awaited<ReturnType<typeof listJobs>>['jobs'][number];

export default function RoundJobsPage() {
  const { frame, round, jobs } = useLoaderData<typeof loader>();
  const { t } = useTranslation('jobs');
  const { text, date } = useLocal();
  const home = `/panels/${frame.id}/rounds/${round.id}`;
  const mayAdd = frame.may.manage && round.state === 'draft' && frame.state !== 'closed';
  const aboutOf = ({ about, prompts }: Job) => {
    if (about.kind === 'item') return t('itemCount', { count: prompts });
    return about.kind === 'text' ? about.name : about.metric;
  };
  const stateOf = ({ report, roundState, isSuperseded }: Job) => {
    if (report) return t('published', { day: date(report.publishedOn) });
    if (isSuperseded) return t('superseded');
    return roundState === 'closed' ? t('waits') : t('notYet');
  };
  const add = mayAdd ? (
    <p className="actions">
      {jobKinds.map((kind) => (
        <LinkButton key={kind} to={`${home}/jobs/new?kind=${kind}`}>
          {t(`kind.${kind}`)}
        </LinkButton>
      ))}
    </p>
  ) : undefined;
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ added: t('done.added') }} />
      <p>
        <Link to={home}>{text(round.title)}</Link>
      </p>
      <h2>{t('title')}</h2>
      {jobs.length === 0 ? (
        <EmptyState title={t('none')} text={t('intro')} action={add} />
      ) : (
        <>
          <DataTable
            id="jobs"
            caption={t('caption')}
            columns={[
              { key: 'job', label: t('job') },
              { key: 'about', label: t('about') },
              { key: 'state', label: t('state') },
            ]}
            rows={jobs.map((job) => ({
              key: job.id,
              cells: {
                job: (
                  <Link to={`/panels/${frame.id}/jobs/${job.id}`}>
                    {t(`kind.${jobKindOf(job.about)}`)}
                  </Link>
                ),
                about: <bdi>{aboutOf(job)}</bdi>,
                state: stateOf(job),
              },
            }))}
          />
          {add === undefined ? null : (
            <>
              <h3>{t('add')}</h3>
              {add}
            </>
          )}
        </>
      )}
    </>
  );
}

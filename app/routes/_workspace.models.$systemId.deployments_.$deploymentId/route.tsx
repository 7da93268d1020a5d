import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { ConditionsTable } from '../../components/models/conditions-table.tsx';
import { RetiredNotice } from '../../components/models/retired-notice.tsx';
import { StageEvents } from '../../components/models/stage-events.tsx';
import { StageTag } from '../../components/models/stage-tag.tsx';
import { SuspendSection } from '../../components/models/suspend-section.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { getDeployment } from '../../services/register/get-deployment.server.ts';
import { deploymentParams, reasonField } from '../../services/register/register-schema.ts';
import { suspendDeployment } from '../../services/register/suspend-deployment.server.ts';
import { DecisionNotices } from './decision-notices.tsx';
import { DowntimeSection } from './downtime-section.tsx';
import { PeriodTable } from './period-table.tsx';
import { StageNotices } from './stage-notices.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object(reasonField);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDeployment(member, parseParams(params, deploymentParams)));
  return { pageTitle: await systemPageTitle(request, 'deployments', page.frame.name), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.suspend');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => suspendDeployment(member, { ...ids, ...submission.value }),
    `/models/${ids.systemId}/deployments/${ids.deploymentId}?done=suspended`,
  );
}

export default function DeploymentPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, deployment, stage, ratifyBy, periods, events, may } = page;
  const { t } = useTranslation(['models', 'intake', 'gates']);
  const { text, date } = useLocal();
  const reply = useActionData<typeof action>();
  const home = `/models/${frame.id}/deployments`;
  const own = `${home}/${deployment.id}`;
  const conditionsHome = `/models/${frame.id}/conditions`;
  const isRetired = page.stageHere === 'retired';
  const mayAdd = may.decide && !isRetired;
  const maySuspend = may.suspend && stage !== 'suspended' && !isRetired;
  return (
    <>
      <PageHeader
        title={t('list.place', { site: deployment.site, unit: deployment.unit })}
        breadcrumbs={[
          { label: t('title'), href: '/models' },
          { label: text(frame.name), href: `/models/${frame.id}` },
          { label: t('tab.deployments'), href: home },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
        tag={<StageTag stage={page.stageHere} />}
        action={
          may.decide && !isRetired ? (
            <LinkButton to={`${own}/decide`}>{t('decision.title')}</LinkButton>
          ) : undefined
        }
      />
      <DoneNotice
        words={{
          saved: t('done.saved'),
          decided: t('done.decided'),
          suspended: t('done.suspended'),
          ...{ met: t('gates:condition.done'), condition: t('gates:condition.added') },
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {ratifyBy === null ? null : (
        <Notice tone="alert">{t('suspend.waiting', { day: date(ratifyBy) })}</Notice>
      )}
      <StageNotices {...page} />
      {isRetired ? <RetiredNotice /> : null}
      {maySuspend ? (
        <SuspendSection
          of="place"
          reply={reply}
          wholePage={
            frame.may.suspend && frame.stage !== 'suspended' ? `/models/${frame.id}` : null
          }
        />
      ) : null}
      <DecisionNotices {...page} />
      <div className="button-row">
        <LinkButton to={`${own}/batches`}>{t('intake:nav.batches')}</LinkButton>
        <LinkButton to={`${own}/monitoring`}>{t('models:deployment.monitoring')}</LinkButton>
        <LinkButton to={`${own}/monitoring/silent`}>{t('gates:silent.title')}</LinkButton>
      </div>
      {may.manage ? (
        <div className="button-row">
          {isRetired ? null : <LinkButton to={`${own}/version`}>{t('period.change')}</LinkButton>}
          <LinkButton to={`${own}/correct`}>{t('period.addPast')}</LinkButton>
        </div>
      ) : null}
      <PeriodTable periods={periods} correct={may.manage ? `${own}/correct` : null} />
      <ConditionsTable
        conditions={page.conditions}
        day={page.day}
        meet={may.decide ? conditionsHome : null}
        add={mayAdd ? `${conditionsHome}/new?deployment=${deployment.id}` : null}
      />
      <DowntimeSection downtime={page.downtime} />
      <StageEvents title={t('decision.ofDeployment')} events={events} />
    </>
  );
}

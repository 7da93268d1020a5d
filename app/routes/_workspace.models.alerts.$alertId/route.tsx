import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import {
  alertMoveSchema,
  alertParams,
  alertRefusals,
} from '../../services/monitoring/alert-schema.ts';
import { getAlert } from '../../services/monitoring/get-alerts.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import { moveAlert } from '../../services/monitoring/move-alert.server.ts';
import { EventTable } from './event-table.tsx';
import { Evidence } from './evidence.tsx';
import { StepForms } from './step-forms.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.kind}: ${page.what}` : '' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getMonitoringReader(request);
  return respond(() => getAlert(member, reader, parseParams(params, alertParams)));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'alerts.handle');
  const { alertId } = parseParams(params, alertParams);
  const submission = parseWithZod(await readForm(request), { schema: alertMoveSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => moveAlert(member, { alertId, ...submission.value }),
    `/models/alerts/${alertId}?done=saved`,
    alertRefusals,
  );
}

export default function AlertPage() {
  const alert = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['monitoring', 'models']);
  const { text, date } = useLocal();
  const { deploymentId, systemId, metricId } = alert;
  const watched = `/models/${systemId}/deployments/${deploymentId}/monitoring`;
  return (
    <>
      <PageHeader
        title={alert.what}
        subtitle={[alert.kind, alert.group, alert.period].filter((one) => one !== null).join(' · ')}
        breadcrumbs={[
          { label: t('models:title'), href: '/models' },
          { label: t('monitoring:alert.title'), href: '/models/alerts' },
        ]}
        breadcrumbsLabel={t('models:breadcrumbs')}
        tag={
          <Tag
            tone={alert.state === 'closed' ? 'good' : alert.isLate ? 'alert' : 'concern'}
            text={t(`monitoring:state.${alert.state}`)}
          />
        }
        action={
          <LinkButton to={metricId === null ? watched : `${watched}/metrics/${metricId}`}>
            {t('monitoring:alert.toMetric')}
          </LinkButton>
        }
      />
      <DoneNotice words={{ saved: t('monitoring:alert.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <section className="card">
        <Definitions
          items={[
            { term: t('monitoring:board.system'), value: text(alert.system) },
            {
              term: t('monitoring:alert.place'),
              value: t('models:list.place', { site: alert.site, unit: alert.unit }),
            },
            {
              term: t('monitoring:alert.owner'),
              value: alert.owner ?? t('monitoring:alert.nobody'),
            },
            ...(alert.state === 'closed'
              ? []
              : [{ term: t('monitoring:alert.dueOn'), value: date(alert.dueOn) }]),
          ]}
        />
      </section>
      {alert.mayHandle ? <StepForms alert={alert} reply={reply} /> : null}
      <EventTable events={alert.events} />
      <Evidence evidence={alert.evidence} />
    </>
  );
}

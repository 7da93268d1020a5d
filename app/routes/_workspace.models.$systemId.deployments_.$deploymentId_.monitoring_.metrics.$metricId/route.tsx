import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Definitions } from '../../components/definitions.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { GroupTable } from '../../components/monitoring/group-table.tsx';
import {
  MonitoringHeader,
  monitoringHome,
} from '../../components/monitoring/monitoring-header.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { ResultChart } from '../../components/results/result-chart.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { baselineSchema, metricParams } from '../../services/monitoring/baseline-schema.ts';
import {
  decideBaseline,
  freezeReference,
} from '../../services/monitoring/decide-baseline.server.ts';
import { getWatchedMetric } from '../../services/monitoring/get-watched-metric.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import { BaselineForm } from './baseline-form.tsx';
import { CalibrationTable } from './calibration-table.tsx';
import { DriftTable } from './drift-table.tsx';
import { TimesTable } from './times-table.tsx';
import { ThresholdTable } from './threshold-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.metric.name }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getMonitoringReader(request);
  const ids = parseParams(params, metricParams);
  return respond(() => getWatchedMetric(member, reader, ids));
}

const schema = z.discriminatedUnion('intent', [
  baselineSchema.extend({ intent: z.literal('baseline') }),
  baselineSchema.extend({
    intent: z.literal('reference'),
    baselineTo: z.iso.date('date-invalid'),
  }),
]);

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const ids = parseParams(params, metricParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { value } = submission;
  const { systemId, deploymentId, metricId } = ids;
  const home = `/models/${systemId}/deployments/${deploymentId}/monitoring/metrics/${metricId}`;
  return submitForm(
    submission,
    () =>
      value.intent === 'baseline'
        ? decideBaseline(member, { ...ids, ...value })
        : freezeReference(member, { ...ids, ...value }),
    `${home}?done=saved`,
    { 'baseline-not-later': 'appliesFrom', 'reference-empty': 'baselineTo' },
  );
}

export default function MetricPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const words = useMetricWords();
  const { chart, reading, planned, metric, groups, drift, calibration, mayPlan } = page;
  const { observedExpected, expected } = page;
  const definition = words.definition(planned.code);
  const fileOf = ({ id }: { id: string }) =>
    `${monitoringHome(page)}/file?metric=${metric.id}&chart=${id}`;
  return (
    <>
      <MonitoringHeader place={page} title={metric.name} isBelow />
      <DoneNotice words={{ saved: t('plan.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      {chart === null ? (
        <Notice tone={reading.standing === 'concern' ? 'concern' : 'information'}>
          {reading.sentence}
        </Notice>
      ) : (
        <ResultChart chart={chart} fileHref={fileOf(chart)} />
      )}
      {observedExpected === null ? null : (
        <ResultChart chart={observedExpected} fileHref={fileOf(observedExpected)} />
      )}
      {groups.map((group) => (
        <Fragment key={group.dimension}>
          {group.chart ? <ResultChart chart={group.chart} fileHref={fileOf(group.chart)} /> : null}
          <GroupTable group={group} />
        </Fragment>
      ))}
      {drift?.charts.map((each) => (
        <ResultChart key={each.id} chart={each} fileHref={fileOf(each)} />
      ))}
      {drift === null ? null : <DriftTable drift={drift} />}
      {calibration?.chart ? (
        <ResultChart chart={calibration.chart} fileHref={fileOf(calibration.chart)} />
      ) : null}
      {calibration === null ? null : <CalibrationTable {...calibration} />}
      {calibration?.times.charts.map((each) => (
        <ResultChart key={each.id} chart={each} fileHref={fileOf(each)} />
      ))}
      {calibration === null ? null : <TimesTable times={calibration.times} />}
      {expected?.charts.map((each) => (
        <ResultChart key={each.id} chart={each} fileHref={fileOf(each)} />
      ))}
      {expected === null || expected.text === '' ? null : (
        <section className="card" aria-labelledby="expected">
          <h2 id="expected">{t('expected.title')}</h2>
          <p>{expected.text}</p>
        </section>
      )}
      {calibration === null ? null : <ThresholdTable {...calibration} />}
      <section className="card">
        <Definitions
          items={[
            ...(definition === undefined
              ? []
              : [
                  { term: t('metric.definition'), value: definition },
                  { term: t('metric.source'), value: <bdi>{words.source(planned.code)}</bdi> },
                ]),
            { term: t('metric.owner'), value: planned.owner },
            { term: t('metric.cohort'), value: planned.cohort },
            {
              term: t('metric.actions'),
              value: (
                <ul className="compact-list">
                  {planned.actions.map(({ alert, action: text, withinDays }) => (
                    <li key={alert}>
                      {t('metric.within', { action: text, days: number(withinDays) })}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </section>
      <BaselineForm page={page} mayDecide={mayPlan} reply={reply} />
    </>
  );
}

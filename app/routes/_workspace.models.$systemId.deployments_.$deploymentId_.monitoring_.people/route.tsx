import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import {
  MonitoringHeader,
  monitoringHome,
} from '../../components/monitoring/monitoring-header.tsx';
import { ResultChart } from '../../components/results/result-chart.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { monitoringPageTitle } from '../../i18n/monitoring-title.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import { getOversight } from '../../services/monitoring/oversight/get-oversight.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { BiasTable } from './bias-table.tsx';
import { CodeTable } from './code-table.tsx';
import { MinutesCard } from './minutes-card.tsx';
import { ReadingsCard } from './readings-card.tsx';
import { RulingTables } from './ruling-tables.tsx';
import { NotSent } from './section.tsx';
import { StampCard } from './stamp-card.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getMonitoringReader(request);
  const ids = parseParams(params, deploymentParams);
  const page = await respond(() => getOversight(member, reader, ids));
  const pageTitle = await monitoringPageTitle(request, 'people', page.frame.name);
  return { pageTitle, ...page };
}

export default function OversightPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('oversight');
  const { biasChart, minutesChart, ruling, bias, reasons, minutes, readings } = page;
  const fileOf = ({ id }: { id: string }) => `${monitoringHome(page)}/file?chart=${id}`;
  return (
    <>
      <MonitoringHeader place={page} title={t('title')} subtitle={t('subtitle')} isBelow />
      {page.isEmpty ? <EmptyState title={t('empty')} text={t('emptyText')} /> : null}
      <StampCard page={page} />
      <RulingTables ruling={ruling} />
      {biasChart === null ? null : <ResultChart chart={biasChart} fileHref={fileOf(biasChart)} />}
      <BiasTable rows={bias} />
      <section className="card stack" aria-labelledby="reasons-heading">
        <h2 id="reasons-heading">{t('reasons.title')}</h2>
        <p>{t('reasons.text')}</p>
        {reasons === null ? (
          <NotSent metrics={['override-reason']} />
        ) : (
          <CodeTable
            id="reasons"
            caption={t('reasons.caption')}
            found={reasons}
            heading={t('reasons.reason')}
          />
        )}
      </section>
      {minutesChart === null ? null : (
        <ResultChart chart={minutesChart} fileHref={fileOf(minutesChart)} />
      )}
      <MinutesCard minutes={minutes} wave={page.wave} />
      <ReadingsCard readings={readings} />
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import {
  MonitoringHeader,
  monitoringHome,
} from '../../components/monitoring/monitoring-header.tsx';
import { Renewal } from '../../components/monitoring/renewal.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { monitoringPageTitle } from '../../i18n/monitoring-title.server.ts';
import { getMonitoring } from '../../services/monitoring/get-monitoring.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { MetricList } from './metric-list.tsx';
import { Outside } from './outside.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getMonitoringReader(request);
  const ids = parseParams(params, deploymentParams);
  const page = await respond(() => getMonitoring(member, reader, ids));
  const pageTitle = await monitoringPageTitle(request, 'overview', page.frame.name);
  return { pageTitle, ...page };
}

type Page = Awaited<ReturnType<typeof loader>>;

/** All metrics in a sentence; what was never sent, or cannot be judged, is not called quiet. */
function useSaid({ concerns, counts, metrics }: Page): string {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const some = counts.judged + counts.partly;
  const of = { metrics: number(metrics.length), judged: number(some) };
  if (concerns > 0) return t('overview.concerns', { ...of, concerns: number(concerns) });
  if (some > 0) return t('overview.quiet', of);
  return t(counts.silent === metrics.length ? 'overview.silent' : 'overview.unjudged');
}

function Finding(page: Page) {
  const { t } = useTranslation('monitoring');
  const { number, date } = useLocal();
  const { concerns, counts, metrics, open, overdue, asOf, isFresh, isRetired } = page;
  const said = useSaid(page);
  const isAllJudged = counts.judged === metrics.length;
  const calm = isFresh && isAllJudged && !isRetired ? 'good' : 'information';
  return (
    <Notice tone={overdue > 0 ? 'alert' : concerns > 0 || open > 0 ? 'concern' : calm}>
      {isRetired ? <p>{t('overview.retired')}</p> : null}
      {asOf === null ? null : (
        <p>
          {said} {t('board.asOf', { day: date(asOf) })}
        </p>
      )}
      <p>
        <Link to="/models/alerts">
          {t('overview.alerts', { open: number(open), overdue: number(overdue) })}
        </Link>
      </p>
    </Notice>
  );
}

export default function MonitoringPage() {
  const page = useLoaderData<typeof loader>();
  const { plan, mayPlan, metrics, frame, deployment } = page;
  const { t } = useTranslation(['monitoring', 'intake']);
  const own = `/models/${frame.id}/deployments/${deployment.id}`;
  const { date, number } = useLocal();
  const home = monitoringHome(page);
  return (
    <>
      <MonitoringHeader
        place={page}
        title={t('title')}
        subtitle={
          plan?.since
            ? t('overview.plan', { number: number(plan.number), day: date(plan.since) })
            : undefined
        }
      />
      {page.isStamped ? (
        <Notice tone="concern">
          <Link to={`${home}/people`}>{t('overview.stamp')}</Link>
        </Notice>
      ) : null}
      <Renewal
        isLate={!page.isFresh}
        text={page.asOf === null ? t('board.firstTime') : t('board.outOfDate')}
      />
      {plan === null ? (
        <EmptyState
          title={t('overview.noPlan')}
          text={t('overview.noPlanText')}
          action={mayPlan ? <LinkButton to={`${home}/plan`}>{t('plan.start')}</LinkButton> : null}
        />
      ) : (
        <>
          <Finding {...page} />
          <p className="as-written" dir="auto">
            {plan.purpose}
          </p>
          <MetricList metrics={metrics} home={home} />
        </>
      )}
      <Outside outside={page.outside} place={own} />
      <div className="button-row">
        <LinkButton to={`${own}/batches`}>{t('intake:nav.batches')}</LinkButton>
        {page.maySend ? (
          <LinkButton to={`${own}/upload`}>{t('intake:nav.upload')}</LinkButton>
        ) : null}
      </div>
    </>
  );
}

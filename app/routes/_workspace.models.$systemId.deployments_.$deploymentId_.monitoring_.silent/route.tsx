import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { CriteriaTable } from '../../components/models/criteria-table.tsx';
import { SilentLength } from '../../components/models/silent-state-facts.tsx';
import {
  MonitoringHeader,
  monitoringHome,
} from '../../components/monitoring/monitoring-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { monitoringPageTitle } from '../../i18n/monitoring-title.server.ts';
import { getSilent } from '../../services/monitoring/get-silent.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { LiveTable } from './live-table.tsx';
import { CountedNotes } from './counted-notes.tsx';
import { PlanWritten } from './plan-written.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getSilent(member, parseParams(params, deploymentParams)));
  const pageTitle = await monitoringPageTitle(request, 'silent', page.frame.name);
  return { pageTitle, ...page };
}

export default function SilentModePage() {
  const page = useLoaderData<typeof loader>();
  const { plan, earlier, findings, days, mayPlan, names } = page;
  const { t } = useTranslation('gates');
  const form = `${monitoringHome(page)}/silent/criteria`;
  return (
    <>
      <MonitoringHeader
        place={page}
        title={t('silent.title')}
        subtitle={t('silent.text')}
        action={
          mayPlan && plan ? <LinkButton to={form}>{t('silent.change')}</LinkButton> : undefined
        }
      />
      <DoneNotice words={{ saved: t('silent.saved') }} />
      {plan === null ? (
        <EmptyState
          title={t('silent.none')}
          text={t('silent.noneText')}
          action={mayPlan ? <LinkButton to={form}>{t('silent.write')}</LinkButton> : null}
        />
      ) : (
        <>
          <PlanWritten plan={plan} by={names[plan.recordedBy] ?? null} />
          <SilentLength days={days} minimumDays={plan.minimumDays} />
          <section className="card stack" aria-labelledby="criteria-caption">
            <CriteriaTable
              id="criteria"
              caption={t('silent.found')}
              criteria={findings.map(({ found }) => found)}
            />
            <CountedNotes findings={findings} />
          </section>
          <LiveTable findings={findings} />
          {earlier.length === 0 ? null : (
            <details>
              <summary>{t('silent.earlier', { count: earlier.length })}</summary>
              {earlier.map((one) => (
                <PlanWritten key={one.id} plan={one} by={names[one.recordedBy] ?? null} isEarlier />
              ))}
            </details>
          )}
        </>
      )}
    </>
  );
}

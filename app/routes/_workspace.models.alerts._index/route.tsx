import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ModelsTabs } from '../../components/models/models-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getAlerts } from '../../services/monitoring/get-alerts.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getMonitoringReader(request);
  const page = await respond(() => getAlerts(member, reader));
  return { pageTitle: reader.t('alert.title'), ...page };
}

type Alerts = Awaited<ReturnType<typeof loader>>['open'];

function AlertTable({ id, caption, alerts }: { id: string; caption: string; alerts: Alerts }) {
  const { t } = useTranslation(['monitoring', 'models']);
  const { text, date } = useLocal();
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'what', label: t('monitoring:alert.what') },
        { key: 'place', label: t('monitoring:alert.place') },
        { key: 'state', label: t('monitoring:alert.state') },
        { key: 'due', label: t('monitoring:alert.dueOn') },
      ]}
      rows={alerts.map((alert) => ({
        key: alert.id,
        cells: {
          what: (
            <>
              <Link to={`/models/alerts/${alert.id}`}>{alert.what}</Link>
              <span className="hint">
                {[alert.kind, alert.group, alert.period].filter((one) => one !== null).join(' · ')}
              </span>
            </>
          ),
          place: (
            <>
              <bdi>{text(alert.system)}</bdi>
              <span className="hint">
                {t('models:list.place', { site: alert.site, unit: alert.unit })}
              </span>
            </>
          ),
          state: t(`monitoring:state.${alert.state}`),
          due: (
            <>
              {date(alert.dueOn)}{' '}
              {alert.isLate ? <Tag tone="alert" text={t('monitoring:alert.late')} /> : null}
            </>
          ),
        },
      }))}
    />
  );
}

export default function AlertsPage() {
  const { open, closed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('monitoring');
  return (
    <>
      <PageHeader title={t('alert.title')} subtitle={t('alert.subtitle')} />
      <ModelsTabs current="alerts" />
      <section className="card stack">
        {open.length === 0 ? (
          <p>{t('alert.none')}</p>
        ) : (
          <AlertTable id="open" caption={t('alert.open')} alerts={open} />
        )}
      </section>
      {closed.length === 0 ? null : (
        <section className="card stack">
          <AlertTable id="closed" caption={t('alert.closed')} alerts={closed} />
        </section>
      )}
    </>
  );
}

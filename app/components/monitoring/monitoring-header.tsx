import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonitoringPlace } from '../../services/monitoring/get-monitoring.server.ts';
import { RetiredNotice } from '../models/retired-notice.tsx';
import { PageHeader } from '../page-header.tsx';
import { TabsNav } from '../tabs-nav.tsx';
import { useLocal } from '../use-local.ts';

type Place = Pick<MonitoringPlace, 'frame' | 'deployment'>;

/** Where the pages of what is watched at a place begin. */
export const monitoringHome = ({ frame, deployment }: Place) =>
  `/models/${frame.id}/deployments/${deployment.id}/monitoring`;

/** Tabs beside the overview. */
const below = ['people', 'plan', 'silent', 'audits'];

interface MonitoringHeaderProps {
  place: Place & Pick<MonitoringPlace, 'isRetired'>;
  title: string;
  subtitle?: string | undefined;
  /** A page below one of the tabs. */
  isBelow?: boolean | undefined;
  action?: ReactNode;
}

export function MonitoringHeader(props: MonitoringHeaderProps) {
  const { place, title, subtitle, isBelow = false, action } = props;
  const { t } = useTranslation(['monitoring', 'models', 'gates', 'fairness']);
  const { text } = useLocal();
  const { pathname } = useLocation();
  const { frame, deployment } = place;
  const home = monitoringHome(place);
  const isUnder = (tail: string) => pathname.startsWith(`${home}/${tail}`);
  const above = { label: t('monitoring:title'), href: home };
  return (
    <>
      <PageHeader
        title={title}
        subtitle={subtitle}
        breadcrumbs={[
          { label: t('models:title'), href: '/models' },
          { label: text(frame.name), href: `/models/${frame.id}` },
          {
            label: t('models:list.place', { site: deployment.site, unit: deployment.unit }),
            href: `/models/${frame.id}/deployments/${deployment.id}`,
          },
          ...(isBelow ? [above] : []),
        ]}
        breadcrumbsLabel={t('models:breadcrumbs')}
        action={action}
      />
      <TabsNav
        label={t('monitoring:tab.label')}
        items={[
          {
            label: t('monitoring:tab.overview'),
            href: home,
            current: !below.some(isUnder),
          },
          {
            label: t('monitoring:tab.people'),
            href: `${home}/people`,
            current: isUnder('people'),
          },
          {
            label: t('monitoring:tab.plan'),
            href: `${home}/plan`,
            current: isUnder('plan'),
          },
          {
            label: t('gates:silent.title'),
            href: `${home}/silent`,
            current: isUnder('silent'),
          },
          {
            label: t('fairness:title'),
            href: `${home}/audits`,
            current: isUnder('audits'),
          },
        ]}
      />
      {place.isRetired ? <RetiredNotice /> : null}
    </>
  );
}

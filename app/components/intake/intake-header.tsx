import { useTranslation } from 'react-i18next';
import type { SystemFrame } from '../../services/register/read-system.server.ts';
import { RetiredNotice } from '../models/retired-notice.tsx';
import { PageHeader } from '../page-header.tsx';
import { TabsNav } from '../tabs-nav.tsx';
import { useLocal } from '../use-local.ts';

interface IntakeHeaderProps {
  frame: SystemFrame;
  deployment: { id: string; site: string; unit: string };
  mayManage: boolean;
  isRetired: boolean;
  /** The tab that the page belongs to. */
  current: 'batches' | 'upload' | 'tokens' | 'hooks';
  title: string;
  subtitle?: string | undefined;
  /** The page it belongs to, where that is not the deployment itself. */
  under?: { label: string; href: string } | undefined;
}

/** The head of each page of a deployment's records. */
export function IntakeHeader(props: IntakeHeaderProps) {
  const { frame, deployment, mayManage, current, title, subtitle, under } = props;
  const { t } = useTranslation(['intake', 'models']);
  const { text } = useLocal();
  const system = `/models/${frame.id}`;
  const own = `${system}/deployments/${deployment.id}`;
  const { site, unit } = deployment;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={subtitle}
        breadcrumbs={[
          { label: t('models:title'), href: '/models' },
          { label: text(frame.name), href: system },
          { label: t('models:list.place', { site, unit }), href: own },
          ...(under ? [under] : []),
        ]}
        breadcrumbsLabel={t('models:breadcrumbs')}
      />
      <TabsNav
        label={t('intake:nav.label')}
        items={(mayManage
          ? (['batches', 'upload', 'tokens', 'hooks'] as const)
          : (['batches'] as const)
        ).map((tab) => ({
          ...{ label: t(`intake:nav.${tab}`), href: `${own}/${tab}` },
          current: tab === current,
        }))}
      />
      {props.isRetired ? <RetiredNotice /> : null}
    </>
  );
}

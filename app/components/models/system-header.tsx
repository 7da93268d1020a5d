import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemFrame } from '../../services/register/read-system.server.ts';
import { PageHeader } from '../page-header.tsx';
import { TabsNav } from '../tabs-nav.tsx';
import { useLocal } from '../use-local.ts';
import { RetiredNotice } from './retired-notice.tsx';
import { StageTag } from './stage-tag.tsx';

const pages = [
  { key: 'description', path: '' },
  { key: 'people', path: '/people' },
  { key: 'versions', path: '/versions' },
  { key: 'deployments', path: '/deployments' },
  { key: 'datasets', path: '/datasets' },
  { key: 'recommendations', path: '/recommendations' },
  { key: 'clauses', path: '/clauses' },
  { key: 'changes', path: '/changes' },
  { key: 'cards', path: '/cards' },
] as const;

/** The head of each page of a system: its name, how far it has come, and the other pages. */
export function SystemHeader({ frame, action }: { frame: SystemFrame; action?: ReactNode }) {
  const { t } = useTranslation('models');
  const { text } = useLocal();
  const { pathname } = useLocation();
  const home = `/models/${frame.id}`;
  return (
    <>
      <PageHeader
        title={text(frame.name)}
        breadcrumbs={[{ label: t('title'), href: '/models' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        tag={<StageTag stage={frame.stage} />}
        action={action}
      />
      <TabsNav
        label={t('tab.label')}
        items={pages.map(({ key, path }) => ({
          label: t(`tab.${key}`),
          href: home + path,
          current: path === '' ? pathname === home : `${pathname}/`.startsWith(`${home}${path}/`),
        }))}
      />
      {frame.stage === 'retired' ? <RetiredNotice /> : null}
    </>
  );
}

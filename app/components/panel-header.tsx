import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelFrame } from '../services/panels/read-panel.server.ts';
import { PageHeader } from './page-header.tsx';
import { TabsNav } from './tabs-nav.tsx';
import { Tag } from './tag.tsx';
import { useLocal } from './use-local.ts';

/** Pages of a panel; `needs` is what the reader must be allowed. */
const pages = [
  { key: 'overview', path: '', needs: null },
  { key: 'rounds', path: '/rounds', needs: null },
  { key: 'recruitment', path: '/recruitment', needs: null },
  { key: 'people', path: '/people', needs: 'seePeople' },
  { key: 'contributions', path: '/contributions', needs: null },
  { key: 'themes', path: '/themes', needs: null },
  { key: 'decisions', path: '/decisions', needs: null },
  { key: 'payments', path: '/payments', needs: 'seePayments' },
  { key: 'report', path: '/report', needs: null },
  { key: 'settings', path: '/settings', needs: null },
] as const;

const tones = { draft: 'neutral', open: 'good', closed: 'neutral' } as const;

/** The head of each page of a panel: its title, its state, and the other pages. */
export function PanelHeader({ frame, action }: { frame: PanelFrame; action?: ReactNode }) {
  const { t } = useTranslation('panels');
  const { text } = useLocal();
  const { pathname } = useLocation();
  const home = `/panels/${frame.id}`;
  const items = pages
    .filter(({ needs }) => needs === null || frame.may[needs])
    .map(({ key, path }) => ({
      label: t(`tab.${key}`),
      href: home + path,
      current: path === '' ? pathname === home : `${pathname}/`.startsWith(`${home}${path}/`),
    }));
  return (
    <>
      <PageHeader
        title={text(frame.title)}
        breadcrumbs={[{ label: t('title'), href: '/panels' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        tag={<Tag tone={tones[frame.state]} text={t(`state.${frame.state}`)} />}
        action={action}
      />
      <TabsNav label={t('tab.label')} items={items} />
    </>
  );
}

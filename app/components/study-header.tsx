import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudyFrame } from '../services/studies/get-study-frame.server.ts';
import { PageHeader } from './page-header.tsx';
import { StudyTags } from './study-tags.tsx';
import { TabsNav } from './tabs-nav.tsx';
import { useLocal } from './use-local.ts';

const pages = [
  { key: 'overview', path: '' },
  { key: 'design', path: '/design' },
  { key: 'consent', path: '/consent' },
  { key: 'languages', path: '/languages' },
  { key: 'waves', path: '/waves' },
  { key: 'links', path: '/links' },
  { key: 'invitations', path: '/invitations' },
  { key: 'progress', path: '/progress' },
  { key: 'results', path: '/results' },
  { key: 'pseudonyms', path: '/pseudonyms' },
] as const;

interface StudyHeaderProps {
  frame: StudyFrame;
  action?: ReactNode;
}

/** The head of each page of a study: its title, its state, and the other pages. */
export function StudyHeader({ frame, action }: StudyHeaderProps) {
  const { t } = useTranslation('studies');
  const { text } = useLocal();
  const { pathname } = useLocation();
  const home = `/studies/${frame.id}`;
  const items = pages
    .filter(({ key }) => key !== 'results' || (frame.maySeeResults && frame.state !== 'draft'))
    .filter(({ key }) => key !== 'pseudonyms' || frame.mayOpenPseudonyms)
    .filter(({ key }) => !['links', 'invitations'].includes(key) || frame.maySeeInvitations)
    .map(({ key, path }) => ({
      label: t(`tab.${key}`),
      href: home + path,
      current: path === '' ? pathname === home : `${pathname}/`.startsWith(`${home}${path}/`),
    }));
  return (
    <>
      <PageHeader
        title={text(frame.title)}
        breadcrumbs={[{ label: t('list.title'), href: '/studies' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        tag={<StudyTags state={frame.state} isPilot={frame.isPilot} />}
        action={action}
      />
      <TabsNav label={t('tab.label')} items={items} />
    </>
  );
}

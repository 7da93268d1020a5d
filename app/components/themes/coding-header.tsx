import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import type { PanelFrame } from '../../services/panels/read-panel.server.ts';
import { PanelHeader } from '../panel-header.tsx';
import { TabsNav } from '../tabs-nav.tsx';
import { useLocal } from '../use-local.ts';

const pages = [
  { key: 'code', path: '' },
  { key: 'codebook', path: '/codebook' },
  { key: 'themes', path: '/themes' },
  { key: 'draft', path: '/draft' },
  { key: 'left-out', path: '/left-out' },
  { key: 'double', path: '/double' },
  { key: 'flags', path: '/flags' },
  { key: 'check', path: '/check' },
  { key: 'report', path: '/report' },
] as const;

interface CodingHeaderProps {
  frame: PanelFrame;
  coding: { id: string; title: LocalText };
}

/** The head of each page of a coding: the round it reads, and the other pages. */
export function CodingHeader({ frame, coding }: CodingHeaderProps) {
  const { t } = useTranslation('themes');
  const { text } = useLocal();
  const { pathname } = useLocation();
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  const items = pages.map(({ key, path }) => ({
    ...{ label: t(`page.${key}`), href: home + path, current: pathname === home + path },
  }));
  return (
    <>
      <PanelHeader frame={frame} />
      <h2>{t('codingOf', { round: text(coding.title) })}</h2>
      <TabsNav label={t('pages')} items={items} />
    </>
  );
}

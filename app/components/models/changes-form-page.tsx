import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { SystemFrame } from '../../services/register/read-system.server.ts';
import { SystemFormPage } from './system-form-page.tsx';

interface ChangesFormPageProps {
  page: { title: string; frame: SystemFrame };
  text: string;
  reply: { refusal: ErrorBody | undefined } | undefined;
  children: ReactNode;
}

/** A page with one form about what changes at a system. */
export function ChangesFormPage({ page, text, reply, children }: ChangesFormPageProps) {
  const { t } = useTranslation('models');
  return (
    <SystemFormPage
      frame={page.frame}
      title={page.title}
      text={text}
      under={{ label: t('tab.changes'), path: '/changes' }}
      refusal={reply?.refusal}
      isRetired={page.frame.stage === 'retired'}
    >
      {children}
    </SystemFormPage>
  );
}

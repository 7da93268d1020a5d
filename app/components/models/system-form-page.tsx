import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { SystemFrame } from '../../services/register/read-system.server.ts';
import { PageHeader } from '../page-header.tsx';
import { RefusalSummary } from '../refusal-summary.tsx';
import { useLocal } from '../use-local.ts';
import { RetiredNotice } from './retired-notice.tsx';
import { useRefusalWords } from './use-refusal-words.ts';

interface SystemFormPageProps {
  frame: SystemFrame;
  title: string;
  text?: string | undefined;
  /** The page the form belongs to, where that is not the description. */
  under?: { label: string; path: string } | undefined;
  refusal: ErrorBody | undefined;
  /** The form would enter something new about what is retired: it is not there. */
  isRetired?: boolean | undefined;
  children: ReactNode;
}

/** A page with one form about a system. */
export function SystemFormPage(props: SystemFormPageProps) {
  const { frame, title, under, children } = props;
  const refusal = useRefusalWords(props.refusal);
  const { t } = useTranslation('models');
  const { text } = useLocal();
  const home = `/models/${frame.id}`;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={props.text}
        breadcrumbs={[
          { label: t('title'), href: '/models' },
          { label: text(frame.name), href: home },
          ...(under ? [{ label: under.label, href: home + under.path }] : []),
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={refusal} />
      {props.isRetired ? <RetiredNotice /> : children}
    </>
  );
}

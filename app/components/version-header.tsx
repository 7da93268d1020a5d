import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { PageHeader } from './page-header.tsx';
import { useLocal } from './use-local.ts';

interface VersionHeaderProps {
  title: string;
  subtitle?: string | undefined;
  instrument: LocalText;
  address: { instrumentId: string; number: number };
}

/** The head of a page about one version: where it belongs, and what the page does. */
export function VersionHeader({ title, subtitle, instrument, address }: VersionHeaderProps) {
  const { t } = useTranslation('instruments');
  const { text } = useLocal();
  const home = `/instruments/${address.instrumentId}`;
  return (
    <PageHeader
      title={title}
      subtitle={subtitle}
      breadcrumbs={[
        { label: t('list.title'), href: '/instruments' },
        { label: text(instrument), href: home },
        {
          label: t('version.name', { number: address.number }),
          href: `${home}/versions/${address.number}`,
        },
      ]}
      breadcrumbsLabel={t('breadcrumbs')}
    />
  );
}

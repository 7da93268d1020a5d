import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { PersonPage } from './person-form.tsx';

/** What was agreed to and taken back; nothing here can be changed. */
export function ConsentHistory({ consents }: { consents: PersonPage['consents'] }) {
  const { t } = useTranslation('recruitment');
  const { date } = useLocal();
  return (
    <DataTable
      id="consents"
      caption={t('consent.title')}
      columns={[
        { key: 'purpose', label: t('consent.purpose') },
        { key: 'answer', label: t('consent.answer') },
        { key: 'version', label: t('consent.version') },
        { key: 'basis', label: t('consent.basis') },
        { key: 'at', label: t('consent.at') },
      ]}
      rows={consents.map((consent) => ({
        key: consent.id,
        cells: {
          purpose: t(`purpose.${consent.purpose}`),
          answer: (
            <Tag
              tone={consent.granted ? 'good' : 'neutral'}
              text={t(consent.granted ? 'consent.yes' : 'consent.no')}
            />
          ),
          version: t('consent.versionNumber', { number: consent.version }),
          basis: t(`basis.${consent.basis}`),
          at:
            consent.readOn === null
              ? date(consent.at)
              : t('consent.readBy', { date: date(consent.readOn), name: consent.scribe ?? '' }),
        },
      }))}
    />
  );
}

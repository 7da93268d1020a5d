import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import { VersionState } from '../../components/version-state.tsx';
import type { getInstrument } from '../../services/instruments/get-instrument.server.ts';

type Instrument = Awaited<ReturnType<typeof getInstrument>>;

export function VersionTable(props: Pick<Instrument, 'instrumentId' | 'versions'>) {
  const { t } = useTranslation('instruments');
  const { date } = useLocal();
  const home = `/instruments/${props.instrumentId}`;
  return (
    <DataTable
      id="versions"
      caption={t('instrument.versions')}
      columns={[
        { key: 'number', label: t('instrument.version') },
        { key: 'state', label: t('instrument.state') },
        { key: 'published', label: t('instrument.published') },
        { key: 'equivalence', label: t('instrument.equivalence') },
        { key: 'compare', label: t('instrument.compare') },
        { key: 'hash', label: t('instrument.hash') },
      ]}
      rows={props.versions.map((version) => ({
        key: version.id,
        cells: {
          number: (
            <Link to={`${home}/versions/${version.number}`}>
              {t('version.name', { number: version.number })}
            </Link>
          ),
          state: <VersionState state={version.state} />,
          published: version.publishedAt ? date(version.publishedAt) : t('none'),
          equivalence: version.equivalence ? t(`equivalence.${version.equivalence}`) : t('none'),
          compare:
            version.number > 1 ? (
              <Link to={`${home}/compare?before=${version.number - 1}&after=${version.number}`}>
                {t('instrument.compareWith', { number: version.number - 1 })}
              </Link>
            ) : (
              t('none')
            ),
          hash: <code dir="ltr">{version.contentHash.slice(0, 12)}</code>,
        },
      }))}
    />
  );
}

import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { VersionState } from '../../components/version-state.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listInstruments } from '../../services/instruments/list-instruments.server.ts';

type Instruments = Awaited<ReturnType<typeof listInstruments>>['instruments'];

export function InstrumentTable({ instruments }: { instruments: Instruments }) {
  const { t } = useTranslation('instruments');
  const { text, number, languages } = useLocal();
  return (
    <DataTable
      id="instruments"
      caption={t('list.caption')}
      captionHidden
      columns={[
        { key: 'title', label: t('list.instrument') },
        { key: 'version', label: t('list.newest') },
        { key: 'items', label: t('list.items'), numeric: true },
        { key: 'languages', label: t('list.languages') },
      ]}
      rows={instruments.map((instrument) => ({
        key: instrument.instrumentId,
        cells: {
          title: (
            <Link to={`/instruments/${instrument.instrumentId}`}>{text(instrument.title)}</Link>
          ),
          version: (
            <>
              {t('version.name', { number: instrument.number })}{' '}
              <VersionState state={instrument.state} />
            </>
          ),
          items: number(instrument.items),
          languages: languages(instrument.languages),
        },
      }))}
    />
  );
}

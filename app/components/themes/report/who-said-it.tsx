import { useTranslation } from 'react-i18next';
import { DataTable } from '../../data-table.tsx';
import { useBandLabel } from '../use-band-label.ts';
import { useLocal } from '../../use-local.ts';
import type { BandOfTheme, ReportedTheme } from '../../../services/themes/report-content.ts';

/** People of a theme by the answers to one question about them; shares where enough people wrote. */
export function WhoSaidIt({
  id,
  stratum,
}: {
  id: string;
  stratum: ReportedTheme['strata'][number];
}) {
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const label = useBandLabel();
  const { question, bands } = stratum;
  const hasShares = bands.some(({ share }) => share);
  const percent = (share: number) => number(Math.round(100 * share));
  const describe = ({ people, share }: BandOfTheme) =>
    people === null || !share
      ? t('report.withheld')
      : t('report.share', {
          ...{ share: percent(people / share.among), among: number(share.among) },
          ...{ low: percent(share.low), high: percent(share.high) },
        });
  return (
    <>
      <DataTable
        id={id}
        caption={text(question)}
        columns={[
          { key: 'band', label: t('report.band') },
          { key: 'people', label: t('report.peopleLabel'), numeric: true },
          ...(hasShares ? [{ key: 'share', label: t('report.shareLabel') }] : []),
        ]}
        rows={bands.map((band, index) => ({
          key: String(index),
          cells: {
            band: label(band.label),
            people: band.people === null ? t('report.withheld') : number(band.people),
            share: describe(band),
          },
        }))}
      />
      {hasShares ? <p className="muted">{t('report.shareText')}</p> : null}
    </>
  );
}

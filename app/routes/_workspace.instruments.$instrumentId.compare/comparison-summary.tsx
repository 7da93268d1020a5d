import { useTranslation } from 'react-i18next';
import type { InstrumentComparison } from '#surveys/model/compare-instruments.ts';
import { Notice } from '../../components/notice.tsx';
import type { compareVersions } from '../../services/instruments/compare-versions.server.ts';

type Compared = Awaited<ReturnType<typeof compareVersions>>;

/** What the documents allow to be said, and what was said on publishing. */
export function ComparisonSummary({
  comparison,
  statement,
}: {
  comparison: InstrumentComparison;
  statement: Compared['statement'];
}) {
  const { t } = useTranslation('instruments');
  const changes = [
    ...(comparison.scoringChanged ? [t('compare.scoring')] : []),
    ...(comparison.itemOrderChanged ? [t('compare.order')] : []),
    ...(comparison.missingReasonsChanged ? [t('compare.missingReasons')] : []),
  ];
  return (
    <Notice title={t(`compare.strongest.${comparison.strongestEquivalence}`)}>
      {changes.length > 0 ? <p>{changes.join(' ')}</p> : null}
      {statement.claim ? (
        <p>
          {t('compare.stated', { claim: t(`equivalence.${statement.claim}`) })} {statement.note}
        </p>
      ) : null}
    </Notice>
  );
}

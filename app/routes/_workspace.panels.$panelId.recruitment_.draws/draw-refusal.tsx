import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { DrawsPage } from './draw-form.tsx';

type DrawRefusalProps = {
  refusal: ErrorBody | undefined;
  strata: DrawsPage['strata'];
  minimum: number;
};

/** Why nobody was drawn, and which quotas make no sense by themselves. */
export function DrawRefusal({ refusal, strata, minimum }: DrawRefusalProps) {
  const { t } = useTranslation(['errors', 'common', 'recruitment']);
  const { text, listOf } = useLocal();
  if (!refusal) return null;
  const places = String(refusal.values?.['at'] ?? '')
    .split(' ')
    .filter((place) => place !== '')
    .map((place) => {
      const [stratumId, bandId] = place.split('/');
      const stratum = strata.find(({ id }) => id === stratumId);
      const band = stratum?.bands.find(({ id }) => id === bandId);
      const label = band ? text(band.label) : t('recruitment:gap.notSaid');
      return t('recruitment:draws.quotaOf', {
        question: text(stratum?.question ?? {}),
        band: label,
      });
    });
  const sentence = t(`errors:${refusal.code as 'draw-seats-few'}`, { minimum, ...refusal.values });
  const hint =
    places.length === 0 ? '' : t('recruitment:draws.wrongAt', { quotas: listOf(places) });
  return (
    <ErrorSummary
      title={t('common:errorSummary')}
      errors={[{ href: '#main', text: hint === '' ? sentence : `${sentence} ${hint}` }]}
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { EvidenceSource } from '#surveys/evidence/evidence.ts';

export function EvidenceOrigin({ origin }: { origin: EvidenceSource }) {
  const { t } = useTranslation('evidence');
  switch (origin.source) {
    case 'computed':
      return t('origin.computed', { run: origin.runId.slice(0, 8) });
    case 'panel':
      return t('origin.panel', { panel: origin.panel, round: origin.round });
    case 'published':
      return (
        <a href={`https://doi.org/${origin.doi}`} rel="noreferrer" dir="ltr">
          {origin.doi}
        </a>
      );
    case 'recorded':
      return t('origin.recorded', { by: origin.by });
  }
}

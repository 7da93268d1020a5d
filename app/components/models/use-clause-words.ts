import { useTranslation } from 'react-i18next';
import {
  isRecommendation,
  sectionOf,
  type EvidenceCode,
  type EvidenceRow,
} from '../../services/register/clauses/evidence-rows.ts';

const pageOf: Record<EvidenceRow['kind'], string> = {
  ...{ fields: '', assessment: '', tested: '', people: '/people', versions: '/versions' },
  ...{ recommendation: '/recommendations', datasets: '/datasets', papers: '/datasets' },
  ...{ plan: '/deployments', alerts: '/deployments', decisions: '/deployments' },
  ...{ 'change-plan': '/changes', transfers: '/changes#transfers' },
};

/** Names of evidence in the reader's words, and where each stands. */
export function useClauseWords() {
  const { t } = useTranslation(['clauses', 'register']);
  return {
    clause: (code: string) => t(`clauses:clause.${code as 'AIA-4'}`),
    evidence: (code: EvidenceCode) =>
      isRecommendation(code)
        ? `${code}: ${t(`register:recommendation.${code}`)}`
        : t(`clauses:evidence.${code}`),
    /** Null where the reader may not look. */
    path: (systemId: string, row: EvidenceRow, withheld: readonly string[]) => {
      const section = sectionOf(row);
      if (section !== null && withheld.includes(section)) return null;
      return `/models/${systemId}${section === null ? pageOf[row.kind] : `#${section}`}`;
    },
  };
}

export const evidenceTones = {
  there: 'good',
  partly: 'concern',
  missing: 'alert',
  'not-applicable': 'neutral',
  withheld: 'unknown',
} as const;

import { useTranslation } from 'react-i18next';
import type { Finding } from '#surveys/evidence/evidence.ts';
import { useLocal } from '../../components/use-local.ts';

/** A finding in one line, with its numbers. */
export function useFindingText(): (finding: Finding) => string {
  const { t } = useTranslation('evidence');
  const { locale, listOf } = useLocal();
  const number = (value: number | null, decimals = 2) =>
    value === null
      ? '–'
      : new Intl.NumberFormat(locale, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(value);
  return (finding) => {
    switch (finding.kind) {
      case 'translation': {
        const steps = finding.steps.map((step) => t(`step.${step}`));
        return t('finding.translation', { steps: listOf(steps), count: finding.debriefed });
      }
      case 'content-validity':
        return t('finding.content-validity', {
          experts: finding.experts,
          people: finding.targetPersons,
          item: number(finding.lowestItemIndex),
          scale: number(finding.scaleIndex),
        });
      case 'structure': {
        const { estimator, cfi, tli, rmsea, srmr, model } = finding;
        const indices = { cfi: number(cfi, 3), tli: number(tli, 3) };
        const residuals = { rmsea: number(rmsea, 3), srmr: number(srmr, 3) };
        const text = t('finding.structure', { estimator, model, ...indices, ...residuals });
        return finding.isProper ? text : `${text} ${t('finding.improper')}`;
      }
      case 'internal-consistency': {
        const name = `${finding.scale}: ${t(`coefficient.${finding.coefficient}`)}`;
        const value = number(finding.value);
        const [low, high] = finding.interval ?? [null, null];
        return low === null
          ? t('finding.coefficient', { name, value })
          : t('finding.interval', { name, value, low: number(low), high: number(high) });
      }
      case 'retest':
        return t('finding.retest', {
          name: t(`coefficient.${finding.coefficient}`),
          value: number(finding.value),
          weeks: number(finding.weeks, 0),
        });
      case 'hypotheses':
        return t('finding.hypotheses', { confirmed: finding.confirmed, stated: finding.stated });
      case 'invariance':
        return t('finding.invariance', {
          reached: t(`reached.${finding.reached ?? 'none'}`),
          with: finding.comparedWith,
          smallest: finding.smallestGroup,
        });
    }
  };
}

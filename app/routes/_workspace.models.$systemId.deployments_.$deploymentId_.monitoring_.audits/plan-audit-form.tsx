import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { auditBeginnings } from '../../services/fairness/audit-schema.ts';
import type { AuditsPage } from '../../services/fairness/get-audits.server.ts';

interface PlanAuditFormProps {
  page: Pick<AuditsPage, 'audits' | 'metrics' | 'margins' | 'versions'>;
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

/** What is asked, by when, and whether it takes the place of an earlier audit. */
export function PlanAuditForm({ page, reply }: PlanAuditFormProps) {
  const { t } = useTranslation('fairness');
  const { number, text } = useLocal();
  const words = useMetricWords();
  const { audits, metrics, margins, versions } = page;
  return (
    <ConfirmDetails
      summary={t('plan')}
      consequence={t('planText')}
      open={reply !== undefined || audits.length === 0}
    >
      <RecordForm
        id="audit"
        revision={audits[0]?.number ?? 0}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('plan')}
        tone="primary"
        fields={[
          {
            ...{ as: 'select', name: 'metricId', label: t('metric') },
            options: metrics.map((metric) => ({ value: metric.id, label: words.name(metric) })),
          },
          {
            ...{ as: 'select', name: 'marginReportId', label: t('margin') },
            options: [
              { value: '', label: t('marginPlan') },
              ...margins.map(({ subject, panelTitle, metric, median }) => ({
                value: subject.id,
                label: t('marginPanel', {
                  ...{ panel: text(panelTitle), metric, median: number(median) },
                }),
              })),
            ],
          },
          {
            ...{ as: 'select', name: 'versionId', label: t('version') },
            options: [
              ...versions.map(({ versionId, version }) => ({ value: versionId, label: version })),
              { value: '', label: t('versionsTogether') },
            ],
          },
          {
            ...{ as: 'text', name: 'poolingReason', label: t('poolingReason'), rows: 2 },
            hint: t('poolingReasonHint'),
          },
          {
            ...{ as: 'select', name: 'beginning', label: t('beginning') },
            options: auditBeginnings.map((value) => ({ value, label: t(`beginsWith.${value}`) })),
          },
          { as: 'date', name: 'firstDay', label: t('firstDay'), hint: t('firstDayHint') },
          { as: 'date', name: 'lastDay', label: t('lastDay'), hint: t('lastDayHint') },
          { as: 'text', name: 'purpose', label: t('purpose'), rows: 3 },
          { as: 'date', name: 'dueOn', label: t('due') },
          {
            ...{ as: 'select', name: 'supersedesId', label: t('supersedes') },
            options: [
              { value: '', label: t('supersedesNone') },
              ...audits
                .filter(({ isReplaceable }) => isReplaceable)
                .map((audit) => ({
                  value: audit.id,
                  label: t('one', { number: number(audit.number) }),
                })),
            ],
          },
          { as: 'text', name: 'supersedesReason', label: t('supersedesReason'), rows: 2 },
        ]}
      />
    </ConfirmDetails>
  );
}

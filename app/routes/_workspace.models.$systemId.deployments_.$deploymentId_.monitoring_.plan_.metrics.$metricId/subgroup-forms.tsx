import { useTranslation } from 'react-i18next';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { PlanPage } from '../../services/monitoring/get-plan.server.ts';
import type { PlannedMetric } from '../../services/monitoring/internal.server.ts';
import type { Reply } from './metric-form.tsx';

interface SubgroupFormsProps {
  metric: PlannedMetric;
  revision: number;
  margins: PlanPage['margins'];
  origins: PlanPage['origins'];
  reply: Reply;
}

/** For whom it is looked at: dimensions with a named reference, and a margin that somebody stands for. */
export function SubgroupForms({ metric, revision, margins, origins, reply }: SubgroupFormsProps) {
  const { t } = useTranslation('monitoring');
  const { text, number } = useLocal();
  const words = useMetricWords();
  const isOwn = reply?.result.initialValue?.['intent'] === 'group';
  return (
    <section className="card stack" aria-labelledby="groups">
      <h2 id="groups">{t('field.groups')}</h2>
      {metric.subgroups.map((subgroup) => (
        <div key={subgroup.id}>
          <words.Groups subgroups={[subgroup]} origins={origins} />
          <RecordForm
            id={`remove-${subgroup.id}`}
            revision={revision}
            result={null}
            hidden={{ intent: 'remove-group', subgroupId: subgroup.id }}
            submit={`${t('plan.remove')}: ${words.group(subgroup.dimension)}`}
            fields={[]}
          />
        </div>
      ))}
      <RecordForm
        id="group"
        revision={revision}
        result={isOwn ? reply.result : null}
        refusal={reply?.refusal}
        hidden={{ intent: 'group' }}
        submit={t('field.addGroups')}
        fields={[
          {
            ...{ as: 'line', name: 'dimension', label: t('field.dimension'), dir: 'ltr' },
            hint: t('field.dimensionHint'),
          },
          { as: 'line', name: 'reference', label: t('field.reference'), dir: 'ltr' },
          { as: 'number', name: 'margin', label: t('field.margin') },
          {
            ...{ as: 'select', name: 'marginReportId', label: t('field.marginReport') },
            options: [
              { value: '', label: t('field.none') },
              ...margins.map(({ subject, panelTitle, metric: of, unit, median }) => ({
                value: subject.id,
                label: `${text(panelTitle)}: ${of}, ${number(median)} ${unit}`,
              })),
            ],
          },
          { as: 'text', name: 'marginReason', label: t('field.marginReason'), rows: 2 },
        ]}
      />
    </section>
  );
}

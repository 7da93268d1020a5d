import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { ConfirmDetails } from '../confirm-details.tsx';
import { RecordForm } from './record-form.tsx';
import { useDecisionFields } from './use-decision-fields.ts';

interface DecisionFormsProps {
  stage: LifecycleStage;
  /** Today. */
  day: string;
  revision: number;
  reply: { result: SubmissionResult | null; refusal: ErrorBody | undefined } | undefined;
  /** What retiring ends. */
  consequence: string;
}

/** A decision about the stage; retirement, which is for good, is asked for apart. */
export function DecisionForms({ stage, day, revision, reply, consequence }: DecisionFormsProps) {
  const { t } = useTranslation('models');
  const [stageField, ...fields] = useDecisionFields(true);
  if (stageField?.as !== 'select') throw new Error('the first field of a decision is its stage');
  const result = reply?.result ?? null;
  const retires = result?.initialValue?.['stage'] === 'retired';
  const shared = { revision, refusal: reply?.refusal };
  const options = stageField.options.filter(({ value }) => value !== 'retired');
  return (
    <>
      <RecordForm
        id="decide"
        {...shared}
        values={{ stage, decidedOn: day }}
        result={retires ? null : result}
        submit={t('decision.submit')}
        fields={[{ ...stageField, options }, ...fields]}
      />
      <ConfirmDetails summary={t('decision.retire')} consequence={consequence} open={retires}>
        <RecordForm
          id="retire"
          tone="danger"
          {...shared}
          hidden={{ stage: 'retired' }}
          values={{ decidedOn: day }}
          result={retires ? result : null}
          submit={t('decision.retire')}
          fields={fields}
        />
      </ConfirmDetails>
    </>
  );
}

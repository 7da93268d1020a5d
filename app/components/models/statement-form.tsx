import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { RecordForm } from './record-form.tsx';
import { useStatementFields } from './use-statement-fields.ts';

interface StatementFormProps<State extends string> {
  id: string;
  states: readonly State[];
  label: (state: State) => string;
  /** What was said last. */
  statement: { number: number; state: State; evidence: string; note: string } | null;
  day: string;
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

/** How far something is so, from what was said of it last on, as of today. */
export function StatementForm<State extends string>(props: StatementFormProps<State>) {
  const { id, states, label, statement, day, reply } = props;
  const { t } = useTranslation('models');
  return (
    <RecordForm
      id={id}
      values={{
        ...{ state: statement?.state, evidence: statement?.evidence, note: statement?.note },
        statedOn: day,
      }}
      revision={statement?.number ?? 0}
      result={reply?.result ?? null}
      refusal={reply?.refusal}
      submit={t('save')}
      fields={useStatementFields(states, label)}
    />
  );
}

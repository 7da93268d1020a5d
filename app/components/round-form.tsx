import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import type { ErrorBody } from '../http/to-response.server.ts';
import type { OfferedQuestionnaire } from '../services/panels/get-questionnaires.server.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { errorLinks, fieldProps } from './form-fields.ts';
import { localErrorFields, LocalTextFields, type LocalValues } from './local-text-fields.tsx';
import { QuestionnaireField } from './questionnaire-field.tsx';
import { RevisionField } from './revision-field.tsx';
import { TextField } from './text-field.tsx';
import { TokenField } from './token-field.tsx';
import { useSay } from './use-say.ts';

export type RoundValues = {
  title: LocalValues;
  intro: LocalValues;
  minutes: string;
  closesOn: string;
  waveId: string;
};

interface RoundFormProps {
  values: Partial<RoundValues>;
  languages: readonly Language[];
  questionnaires: readonly OfferedQuestionnaire[];
  /** Of a round that is changed. */
  revision?: number | undefined;
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}

/** What people read before the questions, and how much of their time is asked. */
export function RoundForm({
  values,
  languages,
  questionnaires,
  revision,
  result,
  refusal,
}: RoundFormProps) {
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const [form, fields] = useForm<RoundValues>({
    id: 'round',
    lastResult: result,
    defaultValue: values,
  });
  const listed = [
    ...localErrorFields(fields.title, languages),
    ...localErrorFields(fields.intro, languages),
    ...[fields.minutes, fields.closesOn, fields.waveId],
  ];
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks(listed, say)} />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        {revision === undefined ? null : <RevisionField revision={revision} refusal={refusal} />}
        <LocalTextFields
          field={fields.title}
          languages={languages}
          legend={t('panels:round.title')}
          say={say}
        />
        <LocalTextFields
          field={fields.intro}
          languages={languages}
          legend={t('panels:round.intro')}
          hint={t('panels:round.introHint')}
          rows={5}
          say={say}
        />
        <TextField
          {...fieldProps(fields.minutes, say)}
          type="number"
          min={1}
          max={480}
          inputMode="numeric"
          label={t('panels:round.minutes')}
          hint={t('panels:round.minutesHint')}
        />
        <TextField
          {...fieldProps(fields.closesOn, say)}
          type="date"
          label={t('panels:round.closesOn')}
          hint={t('panels:round.closesOnHint')}
        />
        <QuestionnaireField
          {...fieldProps(fields.waveId, say)}
          chosen={values.waveId ?? ''}
          questionnaires={questionnaires}
        />
        <Button>{t('panels:round.save')}</Button>
      </Form>
    </>
  );
}

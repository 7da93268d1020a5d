import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import {
  influenceLevels,
  informedThings,
  involvementStages,
} from '../services/involvement/activity-words.ts';
import { languages } from '#surveys/model/languages.ts';
import type { ErrorBody } from '../http/to-response.server.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { errorLinks, fieldProps } from './form-fields.ts';
import { localErrorFields, LocalTextFields, type LocalValues } from './local-text-fields.tsx';
import { RadioRows } from './radio-rows.tsx';
import { RevisionField } from './revision-field.tsx';
import { SelectField } from './select-field.tsx';
import { SiteSelect } from './site-select.tsx';
import { TextField } from './text-field.tsx';
import { TokenField } from './token-field.tsx';
import { useLocal } from './use-local.ts';
import { useSay } from './use-say.ts';

export type ActivityValues = {
  title: LocalValues;
  aim: LocalValues;
  informs: string;
  informedName: string;
  stage: string;
  influence: string;
  outputsOwner: LocalValues;
  outOfScope: LocalValues;
  siteId: string;
  startsOn: string;
  endedOn: string;
};

interface ActivityFormProps {
  values: Partial<ActivityValues>;
  /** Of an activity that is changed. */
  revision?: number | undefined;
  sites: readonly { id: string; name: string }[];
  seesAllSites: boolean;
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}

export function ActivityForm(props: ActivityFormProps) {
  const { values, revision, sites, seesAllSites, result, refusal } = props;
  const { t } = useTranslation(['panels', 'common']);
  const { language } = useLocal();
  const say = useSay();
  const [form, fields] = useForm<ActivityValues>({
    id: 'activity',
    lastResult: result,
    defaultValue: values,
  });
  const tongues = [language, ...languages.filter((other) => other !== language)];
  const wrong = (field: { errors?: string[] | undefined }) =>
    field.errors?.[0] === undefined ? undefined : say(field.errors[0]);
  const local = (key: 'title' | 'aim' | 'outputsOwner' | 'outOfScope', rows?: number) => (
    <LocalTextFields
      field={fields[key]}
      languages={tongues}
      inView={1}
      legend={t(`panels:activity.${key}`)}
      hint={t(`panels:activity.${key}Hint`)}
      rows={rows}
      say={say}
    />
  );
  const texts = [fields.title, fields.aim, fields.outputsOwner, fields.outOfScope];
  const { informs, informedName, stage, influence, siteId, startsOn, endedOn } = fields;
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(
          [
            ...texts.flatMap((field) => localErrorFields(field, tongues)),
            ...[informs, informedName, stage, influence, siteId, startsOn, endedOn],
          ],
          say,
        )}
      />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        {revision === undefined ? null : <RevisionField revision={revision} refusal={refusal} />}
        {local('title')}
        {local('aim', 3)}
        <SelectField
          {...fieldProps(informs, say)}
          label={t('panels:activity.informs')}
          options={informedThings.map((value) => ({ value, label: t(`panels:informs.${value}`) }))}
        />
        <TextField
          {...fieldProps(informedName, say)}
          label={t('panels:activity.informedName')}
          hint={t('panels:activity.informedNameHint')}
          autoComplete="off"
        />
        <SelectField
          {...fieldProps(stage, say)}
          label={t('panels:activity.stage')}
          options={involvementStages.map((value) => ({ value, label: t(`panels:stage.${value}`) }))}
        />
        <RadioRows
          id={influence.id}
          name={influence.name}
          legend={t('panels:activity.influence')}
          hint={t('panels:activity.influenceHint')}
          error={wrong(influence)}
          value={influence.initialValue}
          options={influenceLevels.map((value) => ({
            value,
            label: t(`panels:influence.${value}`),
            hint: t(`panels:influenceMeans.${value}`),
          }))}
        />
        {local('outputsOwner', 2)}
        {local('outOfScope', 3)}
        <SiteSelect {...{ field: siteId, error: wrong(siteId), sites, seesAllSites }} />
        <TextField
          {...fieldProps(startsOn, say)}
          type="date"
          label={t('panels:activity.startsOn')}
        />
        <TextField
          {...fieldProps(endedOn, say)}
          type="date"
          label={t('panels:activity.endedOn')}
          hint={t('panels:activity.endedOnHint')}
        />
        <Button>{t('panels:activity.save')}</Button>
      </Form>
    </>
  );
}

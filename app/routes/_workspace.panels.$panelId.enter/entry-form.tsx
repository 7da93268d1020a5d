import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { languages as allLanguages, type Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { RadioRows } from '../../components/radio-rows.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { scribeModes } from '../../services/contributions/entry-schema.ts';
import type { getEntryPage } from '../../services/contributions/get-entry-page.server.ts';

type Prompts = Awaited<ReturnType<typeof getEntryPage>>['prompts'];

interface EntryFormProps {
  prompts: Prompts;
  languages: readonly Language[];
  result: SubmissionResult | null;
}

type Fields = Record<
  | 'number'
  | 'mode'
  | 'promptId'
  | 'language'
  | 'text'
  | 'value'
  | 'names'
  | 'readBackOn'
  | 'readBack',
  string
>;

/** What somebody said, written down by another, who has read it back to them. */
export function EntryForm({ prompts, languages, result }: EntryFormProps) {
  const { t } = useTranslation(['moderation', 'common']);
  const { text, nameOf, number } = useLocal();
  const [form, fields] = useForm<Fields>({ id: 'entry', lastResult: result });
  const say = (code: string) => t(`moderation:problem.${code as 'number-missing'}`);
  const { defaultValue: mode, error: modeError } = fieldProps(fields.mode, say);
  const { error: readBackError, defaultValue: readBack } = fieldProps(fields.readBack, say);
  const offered = [...languages, ...allLanguages.filter((tag) => !languages.includes(tag))];
  const hasMargin = prompts.some(({ kind }) => kind === 'margin');
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(
          [
            ...[fields.number, fields.mode, fields.promptId, fields.language, fields.text],
            ...[fields.value, fields.names, fields.readBackOn, fields.readBack],
          ],
          say,
        )}
      />
      <Form method="post" id={form.id} noValidate className="stack">
        <TokenField />
        <TextField
          {...fieldProps(fields.number, say)}
          label={t('moderation:enter.number')}
          inputMode="numeric"
          autoComplete="off"
        />
        <RadioRows
          id={fields.mode.id}
          name="mode"
          legend={t('moderation:enter.mode')}
          value={mode}
          error={modeError}
          options={scribeModes.map((value) => ({ value, label: t(`moderation:mode.${value}`) }))}
        />
        <SelectField
          {...fieldProps(fields.promptId, say)}
          label={t('moderation:enter.prompt')}
          options={prompts.map((prompt) => ({
            value: prompt.id,
            label: `${t('moderation:round', { number: number(prompt.roundNumber) })}: ${text(prompt.text)}`,
          }))}
        />
        <SelectField
          {...fieldProps(fields.language, say)}
          label={t('moderation:enter.language')}
          options={offered.map((tag) => ({ value: tag, label: nameOf(tag) }))}
        />
        <TextareaField
          {...fieldProps(fields.text, say)}
          label={t('moderation:enter.words')}
          hint={t('moderation:enter.wordsHint')}
          dir="auto"
          rows={8}
        />
        {hasMargin ? (
          <TextField
            {...fieldProps(fields.value, say)}
            label={t('moderation:enter.value')}
            optionalLabel={t('moderation:enter.optional')}
            inputMode="decimal"
          />
        ) : null}
        <TextareaField
          {...fieldProps(fields.names, say)}
          label={t('moderation:enter.names')}
          hint={t('moderation:enter.namesHint')}
          optionalLabel={t('moderation:enter.optional')}
          rows={2}
        />
        <TextField
          {...fieldProps(fields.readBackOn, say)}
          type="date"
          label={t('moderation:enter.readBackOn')}
        />
        <CheckboxGroup
          id={fields.readBack.id}
          name="readBack"
          legend={t('moderation:enter.confirmed')}
          values={readBack === undefined ? [] : [readBack]}
          error={readBackError}
          options={[{ value: 'yes', label: t('moderation:enter.readBack') }]}
        />
        <Button>{t('moderation:enter.save')}</Button>
      </Form>
    </>
  );
}

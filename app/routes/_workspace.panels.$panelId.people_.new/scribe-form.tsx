import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { PersonFields } from '../../components/person-fields.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import type { getNewPerson } from '../../services/panel-people/get-new-person.server.ts';
import { consentBases } from '../../services/panel-people/person-fields.ts';
import { consentPurposes } from '../../services/panels/consent-purposes.ts';

type Page = Awaited<ReturnType<typeof getNewPerson>>;
type ScribeFormProps = {
  page: Page & { consent: NonNullable<Page['consent']>; today: string };
  answer: { result: SubmissionResult } | undefined;
};

type Values = Record<
  'channelId' | 'basis' | 'agreedBy' | 'readOn' | 'name' | 'email' | 'phone' | 'language' | 'note',
  string
> & { consents: string[]; needs: string[]; bands: Record<string, string> };

/** What is read to the person, then what they answered, then how to reach them. */
export function ScribeForm({ page, answer }: ScribeFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const { text } = useLocal();
  const say = useSay();
  const { consent, questions, frame } = page;
  const [form, fields] = useForm<Values>({
    id: 'scribe',
    lastResult: answer?.result ?? null,
    defaultValue: { readOn: page.today, language: frame.languages[0] ?? 'en' },
  });
  const errors = errorLinks(
    [
      ...[fields.readOn, fields.consents, fields.basis, fields.agreedBy],
      ...[fields.channelId, fields.email, fields.note],
    ],
    say,
  );
  const given = [fields.consents.initialValue ?? []].flat().map(String);
  const bands = fields.bands.initialValue as Record<string, string> | undefined;
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <TokenField />
      <input type="hidden" name="consentVersionId" value={consent.id} />
      <section className="card stack" aria-label={t('recruitment:scribe.readAloud')}>
        <h3>{t('recruitment:scribe.readAloud')}</h3>
        <p className="as-written">{text(consent.intro)}</p>
      </section>
      <TextField
        {...fieldProps(fields.readOn, say)}
        type="date"
        label={t('recruitment:scribe.readOn')}
        max={page.today}
      />
      <CheckboxGroup
        id={fields.consents.id}
        name={fields.consents.name}
        legend={t('recruitment:scribe.consents')}
        hint={t('recruitment:scribe.consentsHint')}
        error={fields.consents.errors?.map(say)[0]}
        values={given}
        options={consentPurposes.map((value) => ({
          value,
          label: text(consent.purposes[value]),
        }))}
      />
      <RadioRows
        id={fields.basis.id}
        name={fields.basis.name}
        legend={t('recruitment:scribe.basis')}
        error={fields.basis.errors?.map(say)[0]}
        value={fields.basis.initialValue}
        options={consentBases.map((value) => ({ value, label: t(`recruitment:basis.${value}`) }))}
      />
      <TextField
        {...fieldProps(fields.agreedBy, say)}
        label={t('recruitment:scribe.agreedBy')}
        hint={t('recruitment:scribe.agreedByHint')}
        autoComplete="off"
      />
      <SelectField
        {...fieldProps(fields.channelId, say)}
        label={t('recruitment:people.channel')}
        options={page.channels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PersonFields fields={fields} languages={frame.languages} say={say} />
      {questions.map(({ id, question, bands: options }) => (
        <RadioRows
          key={id}
          id={`band-${id}`}
          name={`bands.${id}`}
          legend={text(question)}
          hint={text(page.purpose)}
          value={bands?.[id]}
          options={[
            ...options.map((band) => ({ value: band.id, label: text(band.label) })),
            { value: 'not-said', label: t('recruitment:gap.notSaid'), muted: true },
          ]}
        />
      ))}
      <p className="actions">
        <Button>{t('recruitment:scribe.add')}</Button>
        <Link to={`/panels/${frame.id}/people`}>{t('common:cancel')}</Link>
      </p>
    </Form>
  );
}

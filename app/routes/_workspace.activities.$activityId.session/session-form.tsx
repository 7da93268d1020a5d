import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';

const kinds = ['patients', 'carers', 'publicMembers', 'staff'] as const;

type SessionValues = Record<
  | (typeof kinds)[number]
  | 'heldOn'
  | 'place'
  | 'durationMinutes'
  | 'accessProvided'
  | 'minutes'
  | 'cost'
  | 'currency',
  string
>;

interface SessionFormProps {
  day: string;
  /** Of the session before. */
  currency: string;
  result: SubmissionResult | null;
}

/** Who came is counted by kind; nobody is named. */
export function SessionForm({ day, currency, result }: SessionFormProps) {
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const [form, fields] = useForm<SessionValues>({
    id: 'session',
    lastResult: result,
    defaultValue: {
      patients: '0',
      carers: '0',
      publicMembers: '0',
      staff: '0',
      cost: '0',
      currency,
    },
  });
  const { heldOn, place, durationMinutes, accessProvided, minutes, cost } = fields;
  const people = kinds.map((kind) => ({ kind, field: fields[kind] }));
  const listed = [
    ...[heldOn, place, durationMinutes, ...people.map(({ field }) => field)],
    ...[accessProvided, minutes, cost, fields.currency],
  ];
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks(listed, say)} />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(heldOn, say)}
          type="date"
          max={day}
          label={t('panels:session.heldOn')}
        />
        <TextField {...fieldProps(place, say)} label={t('panels:session.place')} />
        <TextField
          {...fieldProps(durationMinutes, say)}
          inputMode="numeric"
          label={t('panels:session.durationMinutes')}
        />
        <fieldset className="stack">
          <legend>{t('panels:session.people')}</legend>
          {people.map(({ kind, field }) => (
            <TextField
              key={kind}
              {...fieldProps(field, say)}
              inputMode="numeric"
              label={t(`panels:session.${kind}`)}
            />
          ))}
        </fieldset>
        <TextareaField
          {...fieldProps(accessProvided, say)}
          label={t('panels:session.accessProvided')}
          hint={t('panels:session.accessProvidedHint')}
          rows={2}
        />
        <TextareaField
          {...fieldProps(minutes, say)}
          label={t('panels:session.minutes')}
          hint={t('panels:session.minutesHint')}
          rows={8}
        />
        <TextField
          {...fieldProps(cost, say)}
          inputMode="decimal"
          label={t('panels:session.cost')}
          hint={t('panels:session.costHint')}
        />
        <TextField
          {...fieldProps(fields.currency, say)}
          label={t('panels:session.currency')}
          hint={t('panels:session.currencyHint')}
          autoComplete="off"
          dir="ltr"
        />
        <Button>{t('panels:session.save')}</Button>
      </Form>
    </>
  );
}

import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { RevisionField } from '../../components/revision-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import type { JobForm } from '../../services/panel-jobs/get-job-form.server.ts';
import type { JobFormProps } from './job-form-props.ts';

interface Props extends JobFormProps {
  instruments: JobForm['instruments'];
  chosen: string | null;
}

/** An instrument first, then its items. */
export function DebriefingForm({ revision, result, refusal, instruments, chosen }: Props) {
  const { t } = useTranslation('jobs');
  const { text } = useLocal();
  const say = useSay();
  const [form, fields] = useForm<{ itemIds: string[] }>({ lastResult: result });
  const [first] = instruments;
  if (!first) return <p className="muted">{t('noInstrument')}</p>;
  const instrument = instruments.find(({ id }) => id === chosen) ?? first;
  const wrong = fields.itemIds.errors?.[0];
  return (
    <>
      <Form method="get">
        <input type="hidden" name="kind" value="debriefing" />
        <SelectField
          id="instrument"
          name="instrument"
          label={t('instrument')}
          defaultValue={instrument.id}
          options={instruments.map(({ id, number, title }) => ({
            value: id,
            label: `${text(title)} · ${number}`,
          }))}
        />
        <Button tone="secondary">{t('showItems')}</Button>
      </Form>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <RevisionField revision={revision} refusal={refusal} />
        <input type="hidden" name="kind" value="debriefing" />
        <input type="hidden" name="instrumentVersionId" value={instrument.id} />
        <CheckboxGroup
          id={fields.itemIds.id}
          name="itemIds"
          legend={t('items')}
          options={instrument.items.map(({ id, stem }) => ({
            value: id,
            label: text(stem, instrument.sourceLanguage),
          }))}
          error={wrong === undefined ? undefined : say(wrong)}
        />
        <Button>{t('add')}</Button>
      </Form>
    </>
  );
}

import { Form, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ResultsFrame } from '../../services/results/present-frame.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { SelectField } from '../select-field.tsx';

type By = { current: string; dimensions: readonly { id: string; label: string }[] };

type ResultsFilterProps = {
  frame: ResultsFrame;
  hasGroup: boolean;
  by?: By | undefined;
};

function GroupField({ frame }: { frame: ResultsFrame }) {
  const { t } = useTranslation('results');
  return (
    <Field id="group" label={t('filter.group')}>
      {(description) => (
        <select
          {...description}
          name="group"
          className="control"
          defaultValue={frame.group?.value ?? ''}
        >
          <option value="">{t('filter.everybody')}</option>
          {frame.filters.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What is seen in another group stays in the same order. */
function KeptOrder() {
  const search = useSearchParams()[0];
  return ['sort', 'direction'].map((name) => {
    const value = search.get(name);
    return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
  });
}

/** The filters are in the address, so that a view can be shared. */
export function ResultsFilter({ frame, hasGroup, by }: ResultsFilterProps) {
  const { t } = useTranslation('results');
  const waves = frame.waves.map(({ number, name }) => ({ value: String(number), label: name }));
  const dimensions = by?.dimensions.map(({ id, label }) => ({ value: id, label })) ?? [];
  // A new key for a new view: the browser would keep what was chosen before.
  const key = `${frame.wave?.number ?? ''} ${frame.group?.value ?? ''} ${by?.current ?? ''}`;
  return (
    <Form method="get" className="inline filter" key={key} preventScrollReset>
      {waves.length > 1 ? (
        <SelectField
          id="wave"
          name="wave"
          label={t('filter.wave')}
          options={waves}
          defaultValue={String(frame.wave?.number ?? '')}
        />
      ) : null}
      {by ? (
        <SelectField
          id="by"
          name="by"
          label={t('filter.by')}
          options={dimensions}
          defaultValue={by.current}
        />
      ) : null}
      {hasGroup ? <GroupField frame={frame} /> : null}
      <KeptOrder />
      <Button tone="secondary">{t('filter.apply')}</Button>
    </Form>
  );
}

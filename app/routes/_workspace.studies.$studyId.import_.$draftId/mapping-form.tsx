import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { valueField } from '../../services/imports/mapping-form.ts';
import type { ImportView } from '../../services/imports/present-import.ts';
import { ColumnTable } from './column-table.tsx';

const places = ['site', 'language', 'wave'] as const;

function FixedFields({ view }: { view: ImportView }) {
  const { t } = useTranslation('results');
  const targets = view.columns.map(({ target }) => target);
  const missing = (place: ImportView['missingPlaces'][number]) =>
    view.missingPlaces.includes(place) ? t(`import.missing.${place}`) : undefined;
  return (
    <fieldset className="field-row">
      <legend>{t('import.fixedTitle')}</legend>
      {places.map((place) =>
        targets.includes(place) ? null : (
          <SelectField
            key={place}
            id={`fixed-${place}`}
            name={`fixed-${place}`}
            label={t(`import.fixed.${place}`)}
            options={[{ value: '', label: t('import.choose') }, ...view.places[place]]}
            error={missing(place)}
            defaultValue={view.fixed[place] ?? ''}
          />
        ),
      )}
      {targets.includes('day') ? null : (
        <TextField
          id="fixed-day"
          name="fixed-day"
          type="date"
          label={t('import.fixed.day')}
          error={missing('day')}
          defaultValue={view.fixed.day ?? ''}
        />
      )}
    </fieldset>
  );
}

function UnknownValues({ unknown }: { unknown: ImportView['unknown'][number] }) {
  const { t } = useTranslation('results');
  const { listOf } = useLocal();
  const { group, label, values, more, choices } = unknown;
  return (
    <>
      {values.map(({ value, columns, said }, index) => (
        <SelectField
          key={value}
          id={`value-${group.replaceAll(/\W/gu, '-')}-${index}`}
          name={valueField(group, value)}
          label={t('import.valueLabel', {
            value: value === '' ? t('import.empty') : value,
            group: label,
          })}
          hint={
            columns.length > 0 ? t('import.inColumns', { columns: listOf(columns) }) : undefined
          }
          options={[{ value: 'reject', label: t('import.reject') }, ...choices]}
          defaultValue={said ?? 'reject'}
        />
      ))}
      {more > 0 ? <p className="muted">{t('import.moreValues', { count: more })}</p> : null}
    </>
  );
}

/** What columns and values are; checking again stores nothing but these words. */
export function MappingForm({ view }: { view: ImportView }) {
  const { t } = useTranslation('results');
  return (
    <Form method="post" className="wide card" id="columns">
      <TokenField />
      <h2>{t('import.columnsTitle')}</h2>
      <ColumnTable view={view} />
      <FixedFields view={view} />
      {view.unknown.length > 0 ? (
        <fieldset className="field-row">
          <legend>{t('import.valuesTitle')}</legend>
          <p className="field-hint">{t('import.valuesHint')}</p>
          {view.unknown.map((unknown) => (
            <UnknownValues key={unknown.group} unknown={unknown} />
          ))}
        </fieldset>
      ) : null}
      <Button tone="secondary" name="intent" value="check">
        {t('import.check')}
      </Button>
    </Form>
  );
}

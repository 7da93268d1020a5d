import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { CodebookPage } from '../../services/themes/get-codebook-page.server.ts';

type Compared = NonNullable<CodebookPage['compared']>;

function Differences({ compared, codes }: { compared: Compared; codes: CodebookPage['codes'] }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  const say = (value: string | boolean | null) =>
    typeof value === 'boolean'
      ? t(value ? 'yes' : 'no')
      : value === null || value === ''
        ? t('codebook.nothing')
        : (nameOf.get(value) ?? value);
  return (
    <section className="stack" aria-labelledby="difference-title">
      <h3 id="difference-title">
        {t('codebook.between', { from: number(compared.from), to: number(compared.to) })}
      </h3>
      {compared.differences.length === 0 ? <p>{t('codebook.same')}</p> : null}
      <ul className="stack">
        {compared.differences.map(({ id, before, after, changed }) => (
          <li key={id}>
            <strong>
              <bdi>{after.name}</bdi>
            </strong>
            {before === null ? ` · ${t('codebook.added')}` : null}
            <ul>
              {before === null
                ? null
                : changed.map((field) => (
                    <li key={field}>
                      {t(`field.${field}`)}: <del>{say(before[field])}</del>{' '}
                      <ins>{say(after[field])}</ins>
                    </li>
                  ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who changed the codebook, when and why; any two versions can be compared. */
export function History({ page }: { page: CodebookPage }) {
  const { t } = useTranslation('themes');
  const { number, date } = useLocal();
  const { events, codes, compared, coding } = page;
  if (events.length === 0) return null;
  const versions = Array.from({ length: coding.version + 1 }, (_, version) => ({
    value: String(version),
    label: t('codebook.version', { n: number(version) }),
  }));
  return (
    <>
      <DataTable
        id="history"
        caption={t('codebook.history')}
        columns={[
          { key: 'number', label: t('codebook.versionLabel') },
          { key: 'what', label: t('codebook.what') },
          { key: 'reason', label: t('codebook.reason') },
          { key: 'by', label: t('codebook.by') },
        ]}
        rows={events.map((event) => ({
          key: String(event.number),
          cells: {
            number: <Link to={`?at=${event.number}`}>{number(event.number)}</Link>,
            what: t(`event.${event.kind}`, { name: event.change.name ?? event.name }),
            reason: event.reason,
            by: `${event.by ?? t('codebook.somebody')}, ${date(event.at)}`,
          },
        }))}
      />
      <Form method="get" className="inline">
        <SelectField
          id="from"
          name="from"
          label={t('codebook.from')}
          options={versions}
          defaultValue={String(compared?.from ?? 0)}
        />
        <SelectField
          id="to"
          name="to"
          label={t('codebook.to')}
          options={versions}
          defaultValue={String(compared?.to ?? coding.version)}
        />
        <Button tone="secondary">{t('codebook.compare')}</Button>
      </Form>
      {compared ? <Differences compared={compared} codes={codes} /> : null}
    </>
  );
}

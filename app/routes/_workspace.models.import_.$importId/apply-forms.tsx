import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useEntryFields } from '../../components/models/use-decision-fields.ts';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { getCardImport } from '../../services/register/cards/get-card-import.server.ts';
import { systemCategories } from '../../services/register/register-words.ts';

interface ApplyFormsProps {
  page: Awaited<ReturnType<typeof getCardImport>>;
  result: SubmissionResult | null;
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

/** A new system from the card, or a version of one that stands. */
export function ApplyForms({ page, result }: ApplyFormsProps) {
  const { t } = useTranslation(['models', 'register']);
  const { text } = useLocal();
  const decision = useEntryFields();
  const version = {
    as: 'line' as const,
    name: 'version',
    label: t('models:version.name'),
    dir: 'ltr' as const,
  };
  return (
    <>
      <section className="card" aria-labelledby="new">
        <h2 id="new">{t('models:import.asNew')}</h2>
        <RecordForm
          id="new-system"
          values={{
            name: { en: page.name },
            summary: { en: page.summary },
            slug: slugOf(page.name),
            version: page.version,
          }}
          result={result}
          submit={t('models:new.submit')}
          fields={[
            { as: 'local', name: 'name', label: t('models:system.name') },
            { as: 'local', name: 'summary', rows: 3, label: t('models:system.summary') },
            {
              as: 'select',
              name: 'category',
              label: t('models:system.category'),
              options: [
                { value: '', label: t('models:system.choose') },
                ...optionsOf(systemCategories, (word) => t(`register:category.${word}`)),
              ],
            },
            {
              as: 'line',
              name: 'slug',
              label: t('models:system.slug'),
              hint: t('models:system.slugHint'),
              dir: 'ltr',
            },
            version,
            ...decision,
          ]}
        />
      </section>
      {page.systems.length === 0 ? null : (
        <section className="card" aria-labelledby="existing">
          <h2 id="existing">{t('models:import.asVersion')}</h2>
          <p className="muted">{t('models:import.asVersionText')}</p>
          <RecordForm
            id="existing-system"
            values={{ version: page.version }}
            result={null}
            submit={t('models:import.apply')}
            fields={[
              {
                as: 'select',
                name: 'systemId',
                label: t('models:import.system'),
                options: page.systems.map(({ id, name }) => ({ value: id, label: text(name) })),
              },
              version,
            ]}
          />
        </section>
      )}
    </>
  );
}

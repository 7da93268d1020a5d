import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { SelectField } from '../../components/select-field.tsx';
import {
  designFieldList,
  StudyDesignFields,
  type DesignValues,
} from '../../components/study-design-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDesign } from '../../services/studies/get-design.server.ts';

interface DesignFormProps {
  page: Awaited<ReturnType<typeof getDesign>>;
  /** Chosen on this page instead of the one that is saved. */
  versionId: string | null;
  result: SubmissionResult | null;
}

export function DesignForm({ page, versionId, result }: DesignFormProps) {
  const { t } = useTranslation(['studies', 'errors', 'common']);
  const { text } = useLocal();
  const { design, studySites, choices } = page;
  const { versions } = choices;
  const chosen =
    versions.find(({ id }) => id === versionId) ??
    versions.find(({ id }) => id === design.instrumentVersionId);
  const [form, fields] = useForm<DesignValues>({
    id: 'design',
    lastResult: result,
    defaultValue: {
      title: design.title,
      instrumentVersionId: chosen?.id,
      languages: design.languages,
      siteIds: studySites.map(({ id }) => id),
      covariates: design.covariates,
      responseMode: design.responseMode,
      wordsPanelId: design.wordsPanelId ?? '',
      minimumCellSize: String(design.minimumCellSize),
    },
  });
  const say = (code: string) => t(`errors:${code as 'conflict'}`);
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(designFieldList(fields), say)}
      />
      <Form method="get" className="inline">
        <SelectField
          id="version"
          name="version"
          label={t('studies:design.instrument')}
          defaultValue={chosen?.id}
          options={versions.map((version) => ({
            value: version.id,
            label: t('studies:version', { title: text(version.title), number: version.number }),
          }))}
        />
        <Button tone="secondary">{t('studies:design.useVersion')}</Button>
      </Form>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <StudyDesignFields
          fields={fields}
          languages={chosen?.languages ?? []}
          sites={choices.sites}
          panels={chosen?.hasWords ? choices.panels : null}
          say={say}
        />
        <Button>{t('studies:design.submit')}</Button>
      </Form>
    </>
  );
}

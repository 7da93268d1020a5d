import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import {
  panelFieldList,
  PanelFields,
  useTongues,
  type PanelValues,
} from '../../components/panel-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import type { getPanelChoices } from '../../services/panels/get-panel-choices.server.ts';
import { defaultGroup } from '../../services/panels/panel-limits.ts';

type Choices = Awaited<ReturnType<typeof getPanelChoices>>;

interface NewPanelFormProps extends Choices {
  /** Chosen before this page. */
  activityId: string | null;
  result: SubmissionResult | null;
}

export function NewPanelForm(props: NewPanelFormProps) {
  const { activities, sites, seesAllSites, activityId, result } = props;
  const { t } = useTranslation(['panels', 'common']);
  const { text, language } = useLocal();
  const say = useSay();
  const tongues = useTongues();
  const [form, fields] = useForm<PanelValues & { activityId: string; slug: string }>({
    id: 'panel',
    lastResult: result,
    defaultValue: {
      activityId: activityId ?? activities[0]?.id,
      languages: [language],
      minimumGroup: String(defaultGroup),
    },
  });
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(
          [fields.activityId, ...panelFieldList(fields, tongues), fields.slug],
          say,
        )}
      />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <SelectField
          {...fieldProps(fields.activityId, say)}
          label={t('panels:list.activity')}
          options={activities.map(({ id, title }) => ({ value: id, label: text(title) }))}
        />
        <PanelFields
          {...{ fields, tongues, sites, seesAllSites, say }}
          inView={1}
          isFixed={false}
        />
        <TextField
          {...fieldProps(fields.slug, say)}
          label={t('panels:panel.slug')}
          hint={t('panels:panel.slugHint')}
          autoComplete="off"
          dir="ltr"
        />
        <Button>{t('panels:new.submit')}</Button>
      </Form>
    </>
  );
}

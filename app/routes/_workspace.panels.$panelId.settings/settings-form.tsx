import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import {
  localErrorFields,
  LocalTextFields,
  type LocalValues,
} from '../../components/local-text-fields.tsx';
import {
  panelFieldList,
  PanelFields,
  useTongues,
  type PanelValues,
} from '../../components/panel-fields.tsx';
import { RevisionField } from '../../components/revision-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { getPanelSettings } from '../../services/panels/get-panel-settings.server.ts';

type Page = Awaited<ReturnType<typeof getPanelSettings>>;
type SettingsValues = PanelValues & {
  safeguardingUserId: string;
  safeguardingWithinHours: string;
  minutesPerQuarter: string;
  demographicsPurpose: LocalValues;
  demographicsExpireOn: string;
};

interface SettingsFormProps {
  page: Page;
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}

function valuesOf(panel: Page['panel']) {
  return {
    title: panel.title,
    about: panel.about,
    languages: panel.languages,
    siteId: panel.siteId ?? '',
    minimumGroup: String(panel.minimumGroup),
    safeguardingUserId: panel.safeguardingUserId ?? '',
    safeguardingWithinHours: String(panel.safeguardingWithinHours),
    minutesPerQuarter: String(panel.minutesPerQuarter),
    demographicsPurpose: panel.demographicsPurpose,
    demographicsExpireOn: panel.demographicsExpireOn ?? '',
  };
}

export function SettingsForm({ page, result, refusal }: SettingsFormProps) {
  const { panel, sites, seesAllSites, colleagues } = page;
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const all = useTongues();
  // The languages of the panel first: in those every text is needed.
  const own = all.filter((language) => panel.languages.includes(language));
  const tongues = panel.state === 'draft' ? [...new Set([...own, ...all])] : own;
  const [form, fields] = useForm<SettingsValues>({
    id: 'settings',
    lastResult: result,
    defaultValue: valuesOf(panel),
  });
  const { safeguardingUserId, safeguardingWithinHours, minutesPerQuarter } = fields;
  const { demographicsPurpose, demographicsExpireOn } = fields;
  const listed = [
    ...panelFieldList(fields, tongues),
    ...[safeguardingUserId, safeguardingWithinHours, minutesPerQuarter],
    ...localErrorFields(demographicsPurpose, tongues),
    demographicsExpireOn,
  ];
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks(listed, say)} />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <RevisionField revision={panel.revision} refusal={refusal} />
        <PanelFields
          {...{ fields, tongues, sites, seesAllSites, say }}
          inView={own.length}
          isFixed={panel.state !== 'draft'}
        />
        <SelectField
          {...fieldProps(safeguardingUserId, say)}
          label={t('panels:settings.safeguarding')}
          hint={t('panels:settings.safeguardingHint')}
          options={[
            { value: '', label: t('panels:settings.nobody') },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          {...fieldProps(safeguardingWithinHours, say)}
          type="number"
          min={1}
          max={168}
          inputMode="numeric"
          label={t('panels:settings.withinHours')}
        />
        <TextField
          {...fieldProps(minutesPerQuarter, say)}
          type="number"
          min={10}
          max={5000}
          inputMode="numeric"
          label={t('panels:settings.minutesPerQuarter')}
          hint={t('panels:settings.minutesPerQuarterHint')}
        />
        <LocalTextFields
          field={demographicsPurpose}
          languages={tongues}
          inView={own.length}
          legend={t('panels:settings.purpose')}
          hint={t('panels:settings.purposeHint')}
          rows={2}
          say={say}
        />
        <TextField
          {...fieldProps(demographicsExpireOn, say)}
          type="date"
          label={t('panels:settings.expireOn')}
          hint={t('panels:settings.expireOnHint')}
        />
        <Button>{t('panels:settings.save')}</Button>
      </Form>
    </>
  );
}

import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDesignChoices } from '../../services/studies/get-design.server.ts';

type Versions = Awaited<ReturnType<typeof getDesignChoices>>['versions'];

/** The languages of a study depend on its instrument, so that comes first. */
export function ChooseVersion({ versions }: { versions: Versions }) {
  const { t } = useTranslation('studies');
  const { text, languages } = useLocal();
  const [first] = versions;
  if (!first) {
    return (
      <EmptyState
        title={t('new.noInstrument')}
        text={t('new.noInstrumentText')}
        action={<LinkButton to="/instruments">{t('new.toInstruments')}</LinkButton>}
      />
    );
  }
  return (
    <Form method="get">
      <RadioRows
        id="version"
        name="version"
        legend={t('new.instrument')}
        value={first.id}
        options={versions.map((version) => ({
          value: version.id,
          label: t('version', { title: text(version.title), number: version.number }),
          hint: languages(version.languages.map(({ language }) => language)),
        }))}
      />
      <Button>{t('new.next')}</Button>
    </Form>
  );
}

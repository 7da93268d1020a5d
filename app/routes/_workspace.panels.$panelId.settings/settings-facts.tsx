import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { LocalTextList } from '../../components/local-text.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getPanelSettings } from '../../services/panels/get-panel-settings.server.ts';

type Page = Awaited<ReturnType<typeof getPanelSettings>>;

/** For those who may not change them. */
export function SettingsFacts({ page }: { page: Page }) {
  const { panel, colleagues } = page;
  const { t } = useTranslation('panels');
  const { date, number, languages } = useLocal();
  const named = colleagues.find(({ id }) => id === panel.safeguardingUserId);
  const expiry = panel.demographicsExpireOn;
  return (
    <>
      <Definitions
        items={[
          { term: t('panel.languages'), value: languages(panel.languages) },
          { term: t('panel.minimumGroup'), value: number(panel.minimumGroup) },
          { term: t('settings.safeguarding'), value: named?.name ?? t('none') },
          { term: t('settings.withinHours'), value: number(panel.safeguardingWithinHours) },
          { term: t('settings.minutesPerQuarter'), value: number(panel.minutesPerQuarter) },
          { term: t('settings.expireOn'), value: expiry === null ? t('none') : date(expiry) },
        ]}
      />
      <h2>{t('panel.about')}</h2>
      <LocalTextList text={panel.about} none={t('none')} />
      <h2>{t('settings.purpose')}</h2>
      <LocalTextList text={panel.demographicsPurpose} none={t('none')} />
    </>
  );
}

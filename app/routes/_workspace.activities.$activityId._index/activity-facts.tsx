import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getActivity } from '../../services/involvement/get-activity.server.ts';

type Activity = Awaited<ReturnType<typeof getActivity>>['activity'];

/** Why people are asked, how far their say goes and where it ends. */
export function ActivityFacts({ activity, site }: { activity: Activity; site: string | null }) {
  const { t } = useTranslation('panels');
  const { text, date } = useLocal();
  return (
    <Definitions
      items={[
        { term: t('activity.aim'), value: text(activity.aim) },
        {
          term: t('activity.informs'),
          value: t(`informs.${activity.informs}`),
          note: activity.informedName,
        },
        { term: t('activity.stage'), value: t(`stage.${activity.stage}`) },
        {
          term: t('activity.influence'),
          value: t(`influence.${activity.influence}`),
          note: t(`influenceMeans.${activity.influence}`),
        },
        { term: t('activity.outputsOwner'), value: text(activity.outputsOwner) },
        { term: t('activity.outOfScope'), value: text(activity.outOfScope) },
        { term: t('site'), value: site ?? t('wholeOrganisation') },
        { term: t('activity.startsOn'), value: date(activity.startsOn) },
        {
          term: t('activity.endedOn'),
          value: activity.endedOn === null ? t('none') : date(activity.endedOn),
        },
      ]}
    />
  );
}

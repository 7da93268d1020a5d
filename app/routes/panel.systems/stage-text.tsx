import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { PanelSystems } from '../../services/taking-part/list-panel-systems.server.ts';

/** How far a system has come, and where it stands elsewhere at single places. */
export function StageText({
  stage,
  stagesOfPlaces,
}: Pick<PanelSystems[number], 'stage' | 'stagesOfPlaces'>) {
  const { t } = useTranslation(['panel', 'register']);
  const { listOf } = useLocal();
  const word = (one: typeof stage) => t(`register:stage.${one}`);
  return (
    <>
      <p>{t('panel:systems.stage', { stage: word(stage) })}</p>
      {stagesOfPlaces.length === 0 ? null : (
        <p>{t('panel:systems.stagesOfPlaces', { stages: listOf(stagesOfPlaces.map(word)) })}</p>
      )}
    </>
  );
}

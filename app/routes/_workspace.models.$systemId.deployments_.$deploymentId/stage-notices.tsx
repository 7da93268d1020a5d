import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import type { getDeployment } from '../../services/register/get-deployment.server.ts';

type StageNoticesProps = Pick<
  Awaited<ReturnType<typeof getDeployment>>,
  'frame' | 'stage' | 'stageHere' | 'contradictions'
>;

/** Where the stage of the system as a whole holds here instead, or the two say something against each other. */
export function StageNotices({ frame, stage, stageHere, contradictions }: StageNoticesProps) {
  const { t } = useTranslation(['gates', 'register']);
  const words = {
    own: t(`register:stage.${stage}`),
    here: t(`register:stage.${stageHere}`),
    whole: t(`register:stage.${frame.stage}`),
  };
  const stopped = stageHere === 'retired' ? 'retiredAsWhole' : 'stoppedAsWhole';
  return (
    <>
      {stageHere === stage ? null : (
        <Notice tone="alert">{t(`gates:stages.${stopped}`, words)}</Notice>
      )}
      {contradictions.map((code) => (
        <Notice key={code} tone="alert">
          {t(`gates:stages.${code}`, words)}
        </Notice>
      ))}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDeployment } from '../../services/register/get-deployment.server.ts';
import { isOverdue } from '../../services/register/stage-conditions.ts';

type DecisionNoticesProps = Pick<
  Awaited<ReturnType<typeof getDeployment>>,
  'conditions' | 'day' | 'reviewOn' | 'stageHere'
>;

/** What decisions about a deployment wait for: conditions that are late, and the next review. */
export function DecisionNotices({ conditions, day, reviewOn, stageHere }: DecisionNoticesProps) {
  const { t } = useTranslation('gates');
  const { date } = useLocal();
  const late = stageHere === 'retired' ? [] : conditions.filter((one) => isOverdue(one, day));
  return (
    <>
      {late.length === 0 ? null : (
        <Notice tone="alert" title={t('condition.overdueTitle')}>
          <ul>
            {late.map(({ id, text, dueOn }) => (
              <li key={id}>{t('condition.overdueOne', { what: text, day: date(dueOn) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {reviewOn === null ? null : (
        <Notice tone={reviewOn < day ? 'alert' : 'information'}>
          {t(reviewOn < day ? 'decision.reviewLate' : 'decision.reviewNext', {
            day: date(reviewOn),
          })}
        </Notice>
      )}
    </>
  );
}

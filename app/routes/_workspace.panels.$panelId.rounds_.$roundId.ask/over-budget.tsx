import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getRoundAsking } from '../../services/panels/get-round.server.ts';

interface OverBudgetProps {
  over: Awaited<ReturnType<typeof getRoundAsking>>['over'];
  minutes: number;
  budget: number;
}

/** Of whom too much would be asked in this quarter. They are left out unless somebody says otherwise. */
export function OverBudget({ over, minutes, budget }: OverBudgetProps) {
  const { t } = useTranslation('panels');
  const { number } = useLocal();
  return (
    <>
      <Notice tone="concern" title={t('ask.overTitle')}>
        {t('ask.overText')}
      </Notice>
      {over.map(({ memberId }) => (
        <input key={memberId} type="hidden" name="seenOver" value={memberId} readOnly />
      ))}
      <CheckboxGroup
        id="ask-nonetheless"
        name="askNonetheless"
        legend={t('ask.nonetheless')}
        options={over.map((person) => ({
          value: person.memberId,
          label: t('ask.member', { number: person.number }),
          hint: t('ask.wouldBe', {
            asked: number(person.minutes),
            sum: number(person.minutes + minutes),
            budget: number(budget),
          }),
        }))}
      />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { LocalTextList } from '../../components/local-text.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import type { getRound } from '../../services/panels/get-round.server.ts';

export function RoundFacts({ page }: { page: Awaited<ReturnType<typeof getRound>> }) {
  const { round, asked, done, isOverdue, questionnaire } = page;
  const { t } = useTranslation('panels');
  const { date, number, text } = useLocal();
  const countText = useShownCount();
  const day = (given: string | null) => (given === null ? t('none') : date(given));
  const people = [
    { term: t('round.asked'), value: countText(asked) },
    {
      term: t('round.done'),
      value: countText(done),
      ...(round.waveId === null ? {} : { note: t('round.doneNote') }),
    },
  ];
  return (
    <>
      {round.state === 'open' && isOverdue ? (
        <Notice tone="concern">{t('round.overdue')}</Notice>
      ) : null}
      <Definitions
        items={[
          { term: t('list.state'), value: t(`state.${round.state}`) },
          { term: t('round.minutes'), value: number(round.minutes) },
          { term: t('round.closesOn'), value: day(round.closesOn) },
          { term: t('overview.openedOn'), value: day(round.openedOn) },
          { term: t('overview.closedOn'), value: day(round.closedOn) },
          {
            term: t('questionnaire.label'),
            value: questionnaire
              ? t('questionnaire.name', {
                  study: text(questionnaire.title),
                  wave: questionnaire.wave,
                })
              : t(round.waveId === null ? 'none' : 'questionnaire.notSeen'),
          },
          ...(round.state === 'draft' ? [] : people),
        ]}
      />
      <h3>{t('round.intro')}</h3>
      <LocalTextList text={round.intro} none={t('none')} />
      {round.state === 'closed' ? (
        <>
          <h3>{t('close.outcome')}</h3>
          <LocalTextList text={round.outcome} none={t('none')} />
        </>
      ) : null}
    </>
  );
}

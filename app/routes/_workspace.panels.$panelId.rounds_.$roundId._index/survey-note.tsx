import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { LocalTextList } from '../../components/local-text.tsx';
import { Notice } from '../../components/notice.tsx';
import type { getRound } from '../../services/panels/get-round.server.ts';

type Page = Awaited<ReturnType<typeof getRound>>;

/** Of a round that a survey asks: where the words come from, and that nobody knows whose they are. */
export function SurveyNote({ frame, round }: Pick<Page, 'frame' | 'round'>) {
  const { t } = useTranslation('panels');
  return (
    <>
      <Notice title={t('survey.title')}>
        <p>{t('survey.text')}</p>
        <p>
          <Link to={`/panels/${frame.id}/contributions`}>{t('survey.contributions')}</Link>
        </p>
      </Notice>
      <Definitions items={[{ term: t('list.state'), value: t(`state.${round.state}`) }]} />
      <h3>{t('survey.study')}</h3>
      <LocalTextList text={round.intro} none={t('none')} />
    </>
  );
}

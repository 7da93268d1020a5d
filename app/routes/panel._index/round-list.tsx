import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { PanelHome } from '../../services/taking-part/get-panel-home.server.ts';

type Round = PanelHome['open'][number];

/** Each round with what is left to do in it. */
export function RoundList({ rounds, isOpen }: { rounds: readonly Round[]; isOpen: boolean }) {
  const { text } = useLocal();
  return (
    <ul className="panel-cards">
      {rounds.map((round) => (
        <li key={round.id}>
          <p className="card-title">
            <a href={`/panel/rounds/${round.id}`}>
              <bdi>{text(round.title)}</bdi>
            </a>
          </p>
          {isOpen ? <OpenRound round={round} /> : <PastRound round={round} />}
        </li>
      ))}
    </ul>
  );
}

function PastRound({ round }: { round: Round }) {
  const { t } = useTranslation('panel');
  const { date } = useLocal();
  const endedOn = round.closedOn ?? round.closesOn;
  return (
    <>
      <p>{endedOn === null ? t('round.over') : t('round.overOn', { day: date(endedOn) })}</p>
      {round.state === 'open' && <p>{t('round.outcomeDue')}</p>}
    </>
  );
}

function OpenRound({ round }: { round: Round }) {
  const { t } = useTranslation('panel');
  const { date } = useLocal();
  const toWrite = round.prompts - round.sent;
  const toVote = round.statements - round.votes;
  const { questionnaire } = round;
  const isAnswered = questionnaire === null || questionnaire === 'arrived';
  const isDone = toWrite <= 0 && toVote <= 0 && isAnswered;
  return (
    <>
      <p>{t('round.minutes', { count: round.minutes })}</p>
      {round.closesOn !== null && <p>{t('round.until', { day: date(round.closesOn) })}</p>}
      {toWrite > 0 && <p>{t('round.toWrite', { count: toWrite })}</p>}
      {toVote > 0 && <p>{t('round.toVote', { count: toVote })}</p>}
      {questionnaire !== null && <p>{t(`round.questionnaire.${questionnaire}`)}</p>}
      {isDone && <p>{t('round.allDone')}</p>}
    </>
  );
}

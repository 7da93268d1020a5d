import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getActivity } from '../../services/involvement/get-activity.server.ts';
import { moneyText } from '../../services/minor-units.ts';

type Session = Awaited<ReturnType<typeof getActivity>>['sessions'][number];

function SessionCard({ session, mayManage }: { session: Session; mayManage: boolean }) {
  const { t } = useTranslation('panels');
  const { date, number, language } = useLocal();
  const { patients, carers, publicMembers, staff } = session;
  const title = t('session.heldAt', { day: date(session.heldOn), place: session.place });
  return (
    <li className="card stack">
      <h3>{title}</h3>
      <Definitions
        items={[
          { term: t('session.patients'), value: number(patients) },
          { term: t('session.carers'), value: number(carers) },
          { term: t('session.publicMembers'), value: number(publicMembers) },
          { term: t('session.staff'), value: number(staff) },
          { term: t('session.durationMinutes'), value: number(session.durationMinutes) },
          { term: t('session.accessProvided'), value: session.accessProvided },
          {
            term: t('session.cost'),
            value: moneyText(session.costMinor, session.currency, language),
          },
          { term: t('session.recordedBy'), value: session.recordedByName ?? t('none') },
        ]}
      />
      <details>
        <summary>{t('session.minutes')}</summary>
        <p className="as-written" dir="auto">
          {session.minutes}
        </p>
      </details>
      {mayManage ? (
        <ConfirmDetails summary={t('session.remove')} consequence={t('session.removeText')}>
          <Form method="post">
            <TokenField />
            <Button tone="danger" name="sessionId" value={session.id}>
              {t('session.remove')}
              <span className="visually-hidden">: {title}</span>
            </Button>
          </Form>
        </ConfirmDetails>
      ) : null}
    </li>
  );
}

interface SessionsProps {
  sessions: readonly Session[];
  home: string;
  mayManage: boolean;
}

/** Meetings in a room or on a call count as involvement as much as what is done on a screen. */
export function Sessions({ sessions, home, mayManage }: SessionsProps) {
  const { t } = useTranslation('panels');
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('session.title')}</h2>
      {sessions.length === 0 ? <p className="muted">{t('session.none')}</p> : null}
      {mayManage ? (
        <p>
          <LinkButton to={`${home}/session`}>{t('session.record')}</LinkButton>
        </p>
      ) : null}
      <ul className="grid card-list">
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} mayManage={mayManage} />
        ))}
      </ul>
    </section>
  );
}

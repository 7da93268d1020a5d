import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { StudyFrame } from '../../services/studies/get-study-frame.server.ts';

/** Where people answer: the thing a researcher comes for once a study is open. */
export function NextStep({ frame, linkCount }: { frame: StudyFrame; linkCount: number }) {
  const { t } = useTranslation('studies');
  if (frame.state === 'closed' || !frame.maySeeInvitations) return null;
  const home = `/studies/${frame.id}`;
  return (
    <section className="card" aria-labelledby="reach">
      <h2 id="reach">{t('overview.reach')}</h2>
      {frame.comesThroughPanel ? <ThroughPanel /> : <ByLink home={home} linkCount={linkCount} />}
    </section>
  );
}

function ThroughPanel() {
  const { t } = useTranslation('studies');
  return (
    <>
      <p>{t('throughPanel.reach')}</p>
      <p className="actions">
        <Link to="/panels">{t('throughPanel.toPanels')}</Link>
      </p>
    </>
  );
}

function ByLink({ home, linkCount }: { home: string; linkCount: number }) {
  const { t } = useTranslation('studies');
  return (
    <>
      <p>{linkCount === 0 ? t('overview.noLinks') : t('overview.links', { count: linkCount })}</p>
      <p className="actions">
        <Link to={`${home}/links`}>{t('overview.toLinks')}</Link>
        <Link to={`${home}/invitations`}>{t('overview.toInvitations')}</Link>
      </p>
    </>
  );
}

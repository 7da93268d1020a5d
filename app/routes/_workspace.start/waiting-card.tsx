import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import type { Waiting } from '../../services/people/waiting.ts';

const places = {
  overdueAlerts: { href: '/models/alerts', go: 'alerts' },
  openAlerts: { href: '/models/alerts', go: 'alerts' },
  waitingBatches: { href: '/models', go: 'batches' },
  planReviews: { href: '/models', go: 'plan' },
  funding: { href: '/models?missing=yes', go: 'models' },
  concerns: { href: '/panels', go: 'panels' },
  appeals: { href: '/panels', go: 'panels' },
  redactions: { href: '/panels', go: 'panels' },
  moderations: { href: '/panels', go: 'panels' },
  heldAnswers: { href: '/panels', go: 'answers' },
  overdueRounds: { href: '/panels', go: 'panels' },
  draftPanels: { href: '/panels', go: 'panels' },
  deletions: { href: '/settings/retention', go: 'retention' },
  mails: { href: '/settings/outbox', go: 'outbox' },
  invitations: { href: '/settings/people', go: 'people' },
  drafts: { href: '/studies', go: 'studies' },
  open: { href: '/studies', go: 'studies' },
  closed: { href: '/studies', go: 'studies' },
} as const satisfies Record<Waiting['kind'], { href: string; go: string }>;

export function WaitingCard({ kind, count, href: first }: Waiting) {
  const { t } = useTranslation('settings');
  const { href, go } = places[kind];
  return (
    <li className="card stack">
      <h3>{t(`start.${kind}`, { count })}</h3>
      <p className="hint">{t(`start.${kind}Text`)}</p>
      <LinkButton to={first ?? href}>{t(`start.${go}`)}</LinkButton>
    </li>
  );
}

export function BoardCard() {
  const { t } = useTranslation('settings');
  return (
    <section className="card stack" aria-labelledby="board">
      <h2 id="board">{t('start.board')}</h2>
      <p className="hint">{t('start.boardText')}</p>
      <LinkButton to="/board">{t('start.goBoard')}</LinkButton>
    </section>
  );
}

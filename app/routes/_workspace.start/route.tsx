import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { can } from '../../permissions.ts';
import { getStart } from '../../services/people/get-start.server.ts';
import { today } from '../../today.ts';
import { BoardCard, WaitingCard } from './waiting-card.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const waiting = await respond(() => getStart(member, today()));
  const { t } = await translate(request);
  return {
    pageTitle: t('nav.start'),
    name: member.user.name,
    role: member.role,
    waiting,
    readsBoard: can(member, 'board.read'),
  };
}

export default function StartPage() {
  const { name, role, waiting, readsBoard } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['settings', 'permissions']);
  return (
    <>
      <PageHeader
        title={t('settings:start.title', { name })}
        subtitle={t(`permissions:does.${role}`)}
      />
      {waiting.length === 0 ? (
        <EmptyState title={t('settings:start.nothing')} text={t('settings:start.nothingText')} />
      ) : (
        <section className="stack" aria-labelledby="waiting">
          <h2 id="waiting">{t('settings:start.waiting')}</h2>
          <ul className="grid card-list">
            {waiting.map((one) => (
              <WaitingCard key={one.kind} {...one} />
            ))}
          </ul>
        </section>
      )}
      {readsBoard ? <BoardCard /> : null}
    </>
  );
}

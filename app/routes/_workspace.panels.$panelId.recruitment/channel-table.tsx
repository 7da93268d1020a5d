import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getRecruitment } from '../../services/recruitment/get-recruitment.server.ts';

export type RecruitmentPage = Awaited<ReturnType<typeof getRecruitment>>;

/** Each way to join with its link, its posters, and how many came by it. */
export function ChannelTable({ page }: { page: RecruitmentPage }) {
  const { t } = useTranslation('recruitment');
  const { number, date, nameOf } = useLocal();
  const { frame, channels, publicUrl } = page;
  const mayClose = frame.may.manage && frame.state !== 'closed';
  const shown = (n: number | null | undefined) => (n == null ? t('notShown') : number(n));
  return (
    <DataTable
      id="channels"
      caption={t('ways.title')}
      captionHidden
      stacks
      columns={[
        { key: 'name', label: t('ways.name') },
        { key: 'address', label: t('ways.address') },
        { key: 'joined', label: t('ways.joined'), numeric: true },
        { key: 'active', label: t('ways.active'), numeric: true },
        { key: 'left', label: t('ways.left'), numeric: true },
        ...(mayClose ? [{ key: 'close', label: t('ways.close') }] : []),
      ]}
      rows={channels.map((channel) => ({
        key: channel.id,
        cells: {
          name: (
            <>
              <bdi>{channel.name}</bdi>
              <br />
              <span className="muted">{t(`ways.kind.${channel.kind}`)}</span>
            </>
          ),
          address:
            channel.closedOn === null ? (
              <>
                <div className="inline-list">
                  <a href={`${publicUrl}/join/${channel.code}`} dir="ltr">
                    {`${publicUrl}/join/${channel.code}`}
                  </a>
                </div>
                <ul className="inline-list" aria-label={t('ways.posters')}>
                  {frame.languages.map((language) => (
                    <li key={language}>
                      <a href={`/join/${channel.code}/poster?lang=${language}`}>
                        {t('ways.poster', { language: nameOf(language) })}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              t('ways.closedOn', { date: date(channel.closedOn) })
            ),
          joined: shown(channel.yield?.joined),
          active: shown(channel.yield?.active),
          left: shown(channel.yield?.left),
          close:
            channel.closedOn === null ? (
              <ConfirmDetails summary={t('ways.close')} consequence={t('ways.closeText')}>
                <Form method="post">
                  <TokenField />
                  <input type="hidden" name="channelId" value={channel.id} />
                  <Button tone="danger" name="intent" value="close">
                    {t('ways.closeName', { name: channel.name })}
                  </Button>
                </Form>
              </ConfirmDetails>
            ) : null,
        },
      }))}
    />
  );
}

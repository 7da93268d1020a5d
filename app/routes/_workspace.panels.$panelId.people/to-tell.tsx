import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { PeoplePage } from './people-table.tsx';

/** People whom no mail reaches: somebody phones them or sends a letter. */
export function ToTell({ toTell, panelId }: { toTell: PeoplePage['toTell']; panelId: string }) {
  const { t } = useTranslation('recruitment');
  const { text, date, listOf } = useLocal();
  return (
    <section className="card stack" aria-labelledby="to-tell">
      <h2 id="to-tell">{t('tell.title')}</h2>
      <p>{t('tell.text')}</p>
      <DataTable
        id="to-tell-table"
        caption={t('tell.title')}
        captionHidden
        columns={[
          { key: 'person', label: t('people.person') },
          { key: 'round', label: t('tell.round') },
          { key: 'how', label: t('tell.how') },
          { key: 'done', label: t('tell.done') },
        ]}
        rows={toTell.map((asking) => ({
          key: asking.askingId,
          cells: {
            person: (
              <Link to={`/panels/${panelId}/people/${asking.memberId}`}>
                {t('member', { number: asking.number })}
              </Link>
            ),
            round: t('tell.roundOf', {
              number: asking.round,
              title: text(asking.title),
              date: date(asking.askedOn),
            }),
            how: (
              <>
                {asking.needs.length === 0
                  ? t('tell.noAddress')
                  : listOf(asking.needs.map((need) => t(`need.name.${need}`)))}
                {asking.phone === '' ? null : (
                  <>
                    <br />
                    <bdi dir="ltr">{asking.phone}</bdi>
                  </>
                )}
              </>
            ),
            done: (
              <Form method="post">
                <TokenField />
                <input type="hidden" name="askingId" value={asking.askingId} />
                <Button tone="secondary" name="intent" value="told">
                  {t('tell.mark', { number: asking.number })}
                </Button>
              </Form>
            ),
          },
        }))}
      />
    </section>
  );
}

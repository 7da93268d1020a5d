import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { getDraw } from '../../services/recruitment/get-draw.server.ts';
import { repeatDraw } from '../../services/recruitment/repeat-draw.server.ts';
import { QuotaTable } from './quota-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({
  panelId: z.uuid(),
  number: z.coerce.number().int().min(1).max(100_000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDraw(member, parseParams(params, paramsSchema)));
  const pageTitle = await panelPageTitle(request, 'recruitment', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.read');
  const draw = parseParams(params, paramsSchema);
  await readForm(request);
  return { repetition: await respond(() => repeatDraw(member, draw)) };
}

const tones = { same: 'good', different: 'alert', 'pool-changed': 'concern' } as const;

export default function DrawPage() {
  const page = useLoaderData<typeof loader>();
  const repetition = useActionData<typeof action>()?.repetition;
  const { t } = useTranslation('recruitment');
  const { number, date, listOf, locale } = useLocal();
  const countText = useShownCount();
  const { frame, selected, chances } = page;
  const chance = (value: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ drawn: t('draws.done') }} />
      <p>
        <Link to={`/panels/${frame.id}/recruitment/draws`}>{t('draws.back')}</Link>
      </p>
      <h2>{t('draws.drawNumber', { number: page.number })}</h2>
      <p>{page.reason ?? t('draws.first')}</p>
      <Facts
        items={[
          { term: t('draws.date'), value: date(page.drawnAt) },
          { term: t('draws.drawnSeats'), value: countText(page.drawnSeats) },
          { term: t('draws.wholePanel'), value: number(page.wholePanel) },
          {
            term: t('draws.candidates'),
            value: countText(page.candidates === null ? 'hidden' : { count: page.candidates }),
          },
          {
            term: t('draws.chances'),
            value:
              chances === null
                ? countText('hidden')
                : t('draws.chanceRange', {
                    smallest: chance(chances.smallest),
                    largest: chance(chances.largest),
                  }),
          },
        ]}
      />
      {selected === null ? null : (
        <p>
          {t('draws.selected', { people: listOf(selected.map((n) => t('member', { number: n }))) })}
        </p>
      )}
      <QuotaTable page={page} />
      <CopyValue label={t('draws.seed')} value={page.seed} hint={t('draws.seedUse')} />
      <CopyValue label={t('draws.poolHash')} value={page.poolHash} hint={t('draws.poolHashHint')} />
      <section className="stack" aria-labelledby="repeat">
        <h3 id="repeat">{t('draws.repeatTitle')}</h3>
        <p>{t('draws.repeatText')}</p>
        {repetition === undefined ? null : (
          <Notice tone={tones[repetition]} live>
            {t(`draws.repetition.${repetition}`)}
          </Notice>
        )}
        <Form method="post">
          <TokenField />
          <Button tone="secondary">{t('draws.repeat')}</Button>
        </Form>
      </section>
      <DisclosureNote title={t('draws.noteTitle')}>{t('draws.note')}</DisclosureNote>
    </>
  );
}

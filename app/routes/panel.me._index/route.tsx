import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { useLocal } from '../../components/use-local.ts';
import { panelTitle, readPerson } from '../../http/panel-request.server.ts';
import { getOwnDraws } from '../../services/taking-part/get-me.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const parts = ['details', 'consents', 'about', 'credit', 'payments'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('me.title'));
  const { number, joinedOn } = reader.person;
  return { frame: reader.frame, title, number, joinedOn, draws: await getOwnDraws(reader) };
}

export default function MePage() {
  const { frame, number, joinedOn, draws } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panel');
  const { date, number: asNumber, locale } = useLocal();
  const inHundred = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <PanelShell frame={frame} current="me">
      <h1>{t('me.title')}</h1>
      <p>{t('me.joined', { number: asNumber(number), day: date(joinedOn) })}</p>
      <ul className="panel-cards">
        {parts.map((part) => (
          <li key={part}>
            <p className="card-title">
              <a href={`/panel/me/${part}`}>{t(`me.${part}`)}</a>
            </p>
            <p>{t(`me.${part}Hint`)}</p>
          </li>
        ))}
        <li>
          <p className="card-title">
            <a href="/panel/leave">{t('leave.title')}</a>
          </p>
          <p>{t('me.leaveHint')}</p>
        </li>
      </ul>
      {draws.length > 0 && (
        <>
          <h2>{t('me.draws')}</h2>
          <ul>
            {draws.map((draw) => (
              <li key={draw.number}>
                {t(draw.selected ? 'me.drawn' : 'me.notDrawn', {
                  number: asNumber(draw.number),
                  day: date(draw.drawnAt),
                  seats: asNumber(draw.seats),
                  chance: inHundred.format(draw.probability * 100),
                })}
              </li>
            ))}
          </ul>
          <p>{t('me.drawExplain')}</p>
        </>
      )}
    </PanelShell>
  );
}

import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { localText } from '#surveys/model/languages.ts';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { useLocal } from '../../components/use-local.ts';
import { panelTitle, readPerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getRoundPage } from '../../services/taking-part/get-round-page.server.ts';
import { roundParams } from '../../services/taking-part/round-params.ts';
import styles from '../../styles/respondent.css?url';
import { RoundSteps } from './round-steps.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { frame } = reader;
  const { roundId } = parseParams(params, roundParams);
  const round = await respond(() => getRoundPage(reader, roundId));
  const pageTitle = await panelTitle(context, frame, () =>
    localText(round.title, frame.language, 'en'),
  );
  return { frame, round, pageTitle };
}

export default function RoundPage() {
  const { frame, round } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panel');
  const { text, date } = useLocal();
  return (
    <PanelShell frame={frame}>
      <DoneNotice
        words={{
          sent: t('round.done.sent'),
          nothing: t('round.done.nothing'),
          saved: t('round.done.saved'),
          voted: t('round.done.voted'),
          rated: t('round.done.rated'),
        }}
      />
      <h1 dir="auto">{text(round.title)}</h1>
      <Paragraphs text={round.intro} />
      {round.isOpen ? (
        <>
          <p>{t('round.minutes', { count: round.minutes })}</p>
          {round.closesOn !== null && <p>{t('round.until', { day: date(round.closesOn) })}</p>}
          <p>{t('round.pause')}</p>
        </>
      ) : (
        <>
          <p>
            {round.endedOn === null
              ? t('round.over')
              : t('round.overOn', { day: date(round.endedOn) })}
          </p>
          {round.isOutcomeDue && <p>{t('round.outcomeDue')}</p>}
        </>
      )}
      {Object.keys(round.outcome).length > 0 && (
        <>
          <h2>{t('round.outcome')}</h2>
          <Paragraphs text={round.outcome} />
        </>
      )}
      <RoundSteps round={round} />
    </PanelShell>
  );
}

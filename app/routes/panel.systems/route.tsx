import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { useLocal } from '../../components/use-local.ts';
import { panelTitle, readPerson } from '../../http/panel-request.server.ts';
import {
  listPanelSystems,
  type PanelSystems,
} from '../../services/taking-part/list-panel-systems.server.ts';
import styles from '../../styles/respondent.css?url';
import { FollowedGroup } from './followed-group.tsx';
import { StageText } from './stage-text.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('systems.title'));
  const systems: PanelSystems =
    reader.person.state === 'active' ? await listPanelSystems(reader) : [];
  return { frame: reader.frame, title, systems };
}

export default function PanelSystemsPage() {
  const { frame, systems } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panel');
  const { text } = useLocal();
  return (
    <PanelShell frame={frame}>
      <h1>{t('systems.title')}</h1>
      {systems.length === 0 ? <p>{t('systems.none')}</p> : <p>{t('systems.intro')}</p>}
      {systems.map(({ id, name, summary, groups, ...stages }) => (
        <section key={id} className="followed" aria-labelledby={`s-${id}`}>
          <h2 id={`s-${id}`}>
            <bdi>{text(name)}</bdi>
          </h2>
          <StageText {...stages} />
          <p dir="auto">{text(summary)}</p>
          {groups.map((group) => (
            <FollowedGroup key={group.state} group={group} />
          ))}
        </section>
      ))}
      {systems.length === 0 ? null : <p>{t('systems.ask', { contact: frame.contact })}</p>}
    </PanelShell>
  );
}

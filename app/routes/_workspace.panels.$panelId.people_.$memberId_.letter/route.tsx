import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { getPerson } from '../../services/panel-people/get-person.server.ts';
import { issueLink } from '../../services/panel-people/issue-link.server.ts';
import { personParams } from '../../services/panel-people/person-params.ts';
import { PersonalLetter } from './personal-letter.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPerson(member, parseParams(params, personParams)));
  const pageTitle = await panelPageTitle(request, 'people', page.frame.title);
  return { pageTitle, frame: page.frame, person: page.person };
}

/** The letter is the answer to the form: no address leads to it again, and nothing keeps the link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const person = parseParams(params, personParams);
  await readForm(request);
  const letter = await respond(() => issueLink(member, { ...person, how: 'letter' }));
  return letter ? { letter } : redirect(`/panels/${person.panelId}/people`, 303);
}

export default function LetterPage() {
  const { frame, person } = useLoaderData<typeof loader>();
  const letter = useActionData<typeof action>()?.letter;
  const { t } = useTranslation('recruitment');
  return (
    <>
      <div className="no-print stack">
        <PanelHeader frame={frame} />
        <p>
          <Link to={`/panels/${frame.id}/people/${person.id}`}>
            {t('member', { number: person.number })}
          </Link>
        </p>
        <Notice tone={letter ? 'good' : 'information'} live={letter !== undefined}>
          {t(letter ? 'letter.ready' : 'letter.gone')}
        </Notice>
      </div>
      {letter ? <PersonalLetter letter={letter} /> : null}
    </>
  );
}

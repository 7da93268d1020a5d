import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { LinkButton } from '../../components/button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { chooseOrganisation, chosenOrganisation } from '../../http/organisation-cookie.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { RootErrorPage } from '../../components/root-error-page.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { getWorkspace } from '../../services/people/get-workspace.server.ts';
import { keepLanguage } from '../../services/people/keep-language.server.ts';
import styles from '../../styles/workspace.css?url';
import { Workspace } from './workspace.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  await keepLanguage(member.user, await resolveLanguage(request));
  const choice = await chosenOrganisation(request);
  const isStale = choice !== null && choice !== member.organisationId;
  const headers = isStale ? { 'Set-Cookie': await chooseOrganisation(member.organisationId) } : {};
  return data(await getWorkspace(member), { headers });
}

export default function WorkspaceLayout() {
  return (
    <Workspace {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Workspace>
  );
}

function ErrorInside() {
  const { title, sentence, toStart } = useErrorText();
  return (
    <>
      <PageHeader title={title} />
      <p>{sentence}</p>
      <p>
        <LinkButton to="/start">{toStart}</LinkButton>
      </p>
    </>
  );
}

/** A page that fails leaves the navigation standing; only without a signed-in person there is none. */
export function ErrorBoundary() {
  const workspace = useRouteLoaderData<typeof loader>('routes/_workspace');
  if (!workspace) return <RootErrorPage />;
  return (
    <Workspace {...workspace}>
      <ErrorInside />
    </Workspace>
  );
}

import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '../../http/session.server.ts';
import { can } from '../../permissions.ts';
import { settingsPages } from '../../components/settings-pages.ts';

/** The first page of the settings that the person may open. */
export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const first = settingsPages.find(({ needs }) => needs === null || can(member, needs));
  return redirect(`/settings/${first?.key ?? 'account'}`);
}

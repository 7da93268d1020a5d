import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { chooseOrganisation } from '../../http/organisation-cookie.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireUser } from '../../http/session.server.ts';
import { listOwnOrganisations } from '../../services/people/list-own-organisations.server.ts';

/** A link to this address changes nothing. */
export function loader() {
  return redirect('/start');
}

const schema = z.object({ to: z.uuid() });

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = schema.safeParse(Object.fromEntries(await readForm(request)));
  const own = await listOwnOrganisations(user.id);
  const chosen = own.find(({ id }) => form.success && id === form.data.to);
  if (!chosen) throw data({ code: 'not-found' }, { status: 404 });
  const headers = { 'Set-Cookie': await chooseOrganisation(chosen.id) };
  return redirect('/start', { status: 303, headers });
}

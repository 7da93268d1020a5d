import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { readForm } from '../../http/read-form.server.ts';
import { signOut } from '../../services/sign-in/sign-out.server.ts';

/** A link to this address, such as an image on another page, signs nobody out. */
export function loader() {
  return redirect('/');
}

export async function action({ request }: ActionFunctionArgs) {
  await readForm(request);
  return redirect('/sign-in?out=1', { status: 303, headers: await signOut(request.headers) });
}

import { data } from '@remix-run/node';

export const handle = { script: false };

/** Every address without a page of its own: the root's error page says so in the reader's language. */
export function loader() {
  throw data({ code: 'not-found' }, { status: 404 });
}

export function action() {
  throw data({ code: 'not-found' }, { status: 404 });
}

export default function MissingPage() {
  return null;
}

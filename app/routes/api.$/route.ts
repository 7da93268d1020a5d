import { Problem, problemResponse } from '../../http/problem.server.ts';

/** Every address for machines at which nothing is: they read no page. */
export function loader() {
  return problemResponse(new Problem('address-unknown'));
}

export function action() {
  return problemResponse(new Problem('address-unknown'));
}

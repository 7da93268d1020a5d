import { data } from '@remix-run/node';
import { submit } from './submit.server.ts';

/** As `submit`; a refusal brings back what was typed, so that it is shown again and nothing is lost. */
export async function submitKeeping<Result, Given>(
  given: Given,
  work: () => Promise<Result>,
  to: string | ((result: Result) => string),
) {
  const outcome = await submit(work, to);
  if (!('data' in outcome)) return outcome;
  return data({ ...outcome.data, given }, outcome.init ?? {});
}

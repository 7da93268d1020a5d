import { faultWords, type Fault } from '../services/intake/faults.ts';
import { requestWords, type RequestFault } from '../services/intake/request-faults.ts';
import { problems, type ProblemCode, type ProblemBody } from '../services/intake/problems.ts';

/** As many as anybody reads; how many there are stands beside them. */
const mostFaults = 100;

/** RFC 9457. */
export class Problem extends Error {
  override name = 'Problem';
  constructor(
    readonly problemCode: ProblemCode,
    readonly more: {
      faults?: readonly (Fault | RequestFault)[];
      detail?: string;
      headers?: HeadersInit;
    } = {},
  ) {
    super(problemCode);
  }
}

const words = { ...requestWords, ...faultWords };

/** Faults of a request have a name in place of a pointer, those of a body a pointer alone. */
function faultBody(fault: Fault | RequestFault) {
  const detail = words[fault.code];
  if (!('pointer' in fault)) return { pointer: '', ...fault, detail };
  const { otherLine, periods, ...rest } = fault;
  return {
    ...{ ...rest, detail },
    ...(otherLine === undefined ? {} : { found: `line ${otherLine}` }),
    ...(periods === undefined ? {} : { sent_period: periods.sent, stored_period: periods.stored }),
  };
}

export function problemResponse({ problemCode, more }: Problem): Response {
  const [status, title] = problems[problemCode];
  const { faults, detail } = more;
  const body: ProblemBody = {
    ...{ type: `urn:attune:problem:${problemCode}`, title, status, code: problemCode },
    ...(detail === undefined ? {} : { detail }),
    ...(faults === undefined
      ? {}
      : { errors: faults.slice(0, mostFaults).map(faultBody), errors_total: faults.length }),
  };
  const headers = new Headers(more.headers);
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(body), { status, headers });
}

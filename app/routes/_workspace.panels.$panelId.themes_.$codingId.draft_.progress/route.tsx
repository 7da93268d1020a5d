import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { getDraftProgress } from '../../services/themes/get-draft-progress.server.ts';

/** Asked again and again while drafts are made: no text and no result is read for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  return respond(() => getDraftProgress(member, parseParams(params, codingParams)));
}

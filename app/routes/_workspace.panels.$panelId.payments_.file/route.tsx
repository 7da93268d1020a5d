import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { exportPayments } from '../../services/payments/export-payments.server.ts';

export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const { name, csv } = await respond(() =>
    exportPayments(member, parseParams(params, panelParams)),
  );
  return fileResponse(csv, { name, type: 'text/csv; charset=utf-8' });
});

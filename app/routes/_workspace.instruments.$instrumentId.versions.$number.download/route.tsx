import { exportInstrument } from '#surveys/interchange/json/export-instrument.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getVersion } from '../../services/instruments/get-version.server.ts';
import { versionParams } from '../../services/instruments/version-params.ts';

/** The version as a file that any installation can import. */
export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const { document, number } = await respond(() =>
    getVersion(member, parseParams(params, versionParams)),
  );
  return new Response(exportInstrument(document), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${document.slug}-v${number}.json"`,
      'Cache-Control': 'no-store',
    },
  });
});

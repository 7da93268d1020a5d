import { z } from 'zod';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { codingFileNames } from '../../services/themes/coding-files.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { exportCoding } from '../../services/themes/export-coding.server.ts';

const search = z.object({ name: z.enum(codingFileNames).catch('codebook-qdc') });

export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const { name } = searchOf(request, search);
  const ids = parseParams(params, codingParams);
  const body = await respond(() => exportCoding(member, { ...ids, file: name }));
  const isXml = name === 'codebook-qdc';
  return fileResponse(body, {
    name: isXml ? 'codebook.qdc' : name.replace('-csv', '.csv'),
    type: isXml ? 'application/xml; charset=utf-8' : 'text/csv; charset=utf-8',
  });
});

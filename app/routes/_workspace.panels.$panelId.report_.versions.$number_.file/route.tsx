import { z } from 'zod';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { getReportFile } from '../../services/outcomes/get-report-file.server.ts';

const paramsSchema = z.object({ panelId: z.uuid(), number: z.coerce.number().int().min(1) });
const searchSchema = z.object({
  format: z.enum(['docx', 'md']).catch('docx'),
  language: languageSchema.catch('en'),
});

export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const wanted = { ...parseParams(params, paramsSchema), ...searchOf(request, searchSchema) };
  const { body, name, type } = await respond(() => getReportFile(member, wanted));
  return fileResponse(body, { name, type });
});

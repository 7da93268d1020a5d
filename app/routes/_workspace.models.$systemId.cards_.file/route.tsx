import { z } from 'zod';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import {
  cardFileFormats,
  getCardFile,
} from '../../services/register/cards/get-card-file.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';

const search = z.object({ format: z.enum(cardFileFormats).catch('chai') });

export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const wanted = { ...parseParams(params, systemParams), ...searchOf(request, search) };
  const { body, name, type } = await respond(() => getCardFile(member, wanted));
  return fileResponse(body, { name, type });
});

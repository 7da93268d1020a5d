import { env } from '../../env.server.ts';
import { methodNotAllowed } from '../../http/api-request.server.ts';
import { openApiDocument } from '../../services/intake/openapi.ts';

/** Says how machines send; anybody may read it. */
export function loader() {
  return Response.json(openApiDocument(env().publicUrl), {
    headers: { 'Cache-Control': 'public, max-age=300' },
  });
}

export function action() {
  return methodNotAllowed('GET');
}

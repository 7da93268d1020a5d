import type { RequestHandler } from 'express';

export const foreignOriginHeader = 'x-foreign-origin';

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/**
 * Remix itself throws when Origin and Host differ, which becomes an empty 500, also where a proxy
 * rewrites Host. Such an origin is handed on under another name, and `http/read-form.server.ts`
 * decides about it and answers with a sentence. What a client sends under that name is dropped.
 */
export const foreignOrigin: RequestHandler = (request, _response, next) => {
  const { headers } = request;
  Reflect.deleteProperty(headers, foreignOriginHeader);
  const host = request.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.host;
  if (headers.origin !== undefined && hostOf(headers.origin) !== host) {
    headers[foreignOriginHeader] = headers.origin;
    Reflect.deleteProperty(headers, 'origin');
  }
  next();
};

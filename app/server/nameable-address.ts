import type { RequestHandler } from 'express';

const nothing = '-';

/** Not of UTF-8, or with a NUL, which Postgres cannot store: such an address names nothing. */
function isNameable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/**
 * An address that cannot be read is one at which nothing is, so that the page for it answers with 404
 * and a sentence. Express would answer 400 with bare English words; a NUL would come as far as Postgres.
 */
export const nameableAddress: RequestHandler = (request, _response, next) => {
  const [path = '', ...rest] = request.url.split('?');
  const search = rest.length > 0 ? `?${rest.join('?').replaceAll(/%00/g, '')}` : '';
  const isSurvey = path.startsWith('/s/');
  const address = (isNameable(path) ? path : `/${isSurvey ? 's/' : ''}${nothing}`) + search;
  request.url = address;
  request.originalUrl = address; // what Remix reads
  next();
};

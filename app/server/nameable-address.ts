import type { RequestHandler } from 'express';

const nothing = '-';
/** Where what is missing is said in another way: to respondents, and to machines. */
const rooms = ['/s/', '/api/'] as const;

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
  const room = rooms.find((start) => path.startsWith(start)) ?? '/';
  const address = (isNameable(path) ? path : `${room}${nothing}`) + search;
  request.url = address;
  request.originalUrl = address; // what Remix reads
  next();
};

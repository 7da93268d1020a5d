import { listOf } from '../services/intake/allowed.ts';
import { keyLength } from '../services/intake/idempotency-key.ts';
import { requestFault } from '../services/intake/request-faults.ts';
import { shownValue } from '../services/intake/shown-value.ts';
import { Problem } from './problem.server.ts';

export const mediaOf = ({ headers }: Request) =>
  (headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase();

export const isPlainBody = ({ headers }: Request) =>
  ['', 'identity'].includes(headers.get('Content-Encoding') ?? '');

/** A body of another media type, or compressed, or both. */
export function mediaRefused(request: Request, medias: readonly string[]): Problem {
  const media = mediaOf(request);
  const encoding = request.headers.get('Content-Encoding');
  const isTaken = media !== undefined && medias.includes(media);
  return new Problem('media-type', {
    faults: [
      ...(isTaken
        ? []
        : [
            requestFault({ header: 'Content-Type' }, 'other-media', {
              ...{ value: shownValue(media), allowed: listOf(medias) },
            }),
          ]),
      ...(isPlainBody(request)
        ? []
        : [
            requestFault({ header: 'Content-Encoding' }, 'compressed', {
              ...{ value: shownValue(encoding), allowed: 'identity' },
            }),
          ]),
    ],
  });
}

/** Of a key nothing but its length is said: it is the sender's own name for a batch. */
export function keyRefused(key: string): Problem {
  const { least, most } = keyLength;
  const allowed = `${least} to ${most} visible signs of ASCII, or dry_run=true`;
  const value = key === '' ? undefined : `${key.length} signs`;
  const code = key === '' ? 'missing' : 'not-a-key';
  const fault = requestFault({ header: 'Idempotency-Key' }, code, { value, allowed });
  return new Problem('key-missing', { faults: [fault] });
}

import { data } from '@remix-run/node';

const megabyte = 1024 * 1024;

/** The largest body of a form, and of one that carries a file. */
const limits = {
  form: { bytes: 2 * megabyte, code: 'form-too-large' },
  file: { bytes: 20 * megabyte, code: 'too-large' },
} as const;

export type BodyKind = keyof typeof limits;

const malformed = () => data({ code: 'malformed-form' }, { status: 400 });

async function parse(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw malformed();
  }
}

/**
 * Reads a form no further than its limit, whatever length was announced, or none: a larger one is
 * refused with 413, one that cannot be parsed or breaks off with 400.
 */
export async function readBody(request: Request, kind: BodyKind): Promise<FormData> {
  const { bytes, code } = limits[kind];
  const refuse = () => data({ code }, { status: 413 });
  const announced = request.headers.get('Content-Length');
  if (Number(announced ?? 0) > bytes) throw refuse();
  if (announced !== null) return parse(request); // http ends a body at its announced length
  let read = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > bytes) controller.error(new RangeError('body too large'));
      else controller.enqueue(chunk);
    },
  });
  // Cancelling would close the connection before the refusal is sent; the http entry ends it later.
  const body = request.body?.pipeThrough(counter, { preventCancel: true }) ?? null;
  const { url, method, headers } = request;
  const init: RequestInit = { method, headers, body, duplex: 'half' };
  try {
    return await new Request(url, init).formData();
  } catch {
    throw read > bytes ? refuse() : malformed();
  }
}

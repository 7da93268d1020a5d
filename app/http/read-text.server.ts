import { Problem } from './problem.server.ts';

/** The body as text, read no further than `most` bytes, with the bytes it had. */
export async function readText(
  request: Request,
  most: number,
): Promise<{ text: string; bytes: Uint8Array }> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw new Problem('too-large');
  const chunks: Uint8Array[] = [];
  let read = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    read += part.value.byteLength;
    // Not cancelled: that would close the connection before the refusal is sent.
    if (read > most) throw new Problem('too-large');
    chunks.push(part.value);
  }
  const bytes = Buffer.concat(chunks);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes };
  } catch {
    throw new Problem('malformed-text');
  }
}

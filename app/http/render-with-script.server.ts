import type { ReactElement } from 'react';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';

/**
 * Pages with script carry their data in a stream of suspended parts, which one string cannot hold.
 * react-dom sends its buffer whole, with zeros where the next character did not fit any more; no page
 * holds a zero of its own.
 */
export async function renderWithScript(page: ReactElement, nonce = ''): Promise<string> {
  const markup = new PassThrough();
  await new Promise<void>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        pipe(markup);
        resolve();
      },
      onShellError: reject,
    });
  });
  return (await text(markup)).replaceAll('\0', '');
}

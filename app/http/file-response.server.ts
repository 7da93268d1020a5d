/** A file to keep, never to be shown inside a page. */
export function fileResponse(
  body: string | ReadableStream | Uint8Array<ArrayBuffer>,
  { name, type }: { name: string; type: string },
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/gu, '_')}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

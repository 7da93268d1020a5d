import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';

/** On every response, static files too. No page asks another host for anything. */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ];
    response.set({
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'same-origin', // `no-referrer` would make form posts send `Origin: null`
      'X-Content-Type-Options': 'nosniff',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    });
    if (!request.path.startsWith('/assets/')) response.set('Cache-Control', 'no-store');
    next();
  };
}

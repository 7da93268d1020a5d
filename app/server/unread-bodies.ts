import type { RequestHandler } from 'express';

const patienceMs = 10_000;

/**
 * A reply may be sent before the whole request was read: a form that is too large, a body nobody
 * asked for. The rest is thrown away, so that a browser still sending comes to read the reply; who
 * goes on sending after that loses the connection.
 */
export const endUnreadBodies: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (request.complete) return;
    request.removeAllListeners('data').resume();
    const timer = setTimeout(() => request.socket.destroy(), patienceMs);
    timer.unref();
    request.once('close', () => {
      clearTimeout(timer);
    });
  });
  next();
};

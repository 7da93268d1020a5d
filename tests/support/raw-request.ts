import { connect, type Socket } from 'node:net';

export type RawRequest = {
  socket: Socket;
  /** Resolves with false when the other side has closed. */
  chunk: (bytes: Buffer | string) => Promise<boolean>;
  end: () => void;
  /** The reply's head and what of its body came, once the reply is complete or the connection ended. */
  reply: Promise<string>;
  closed: Promise<void>;
};

/** A request by hand, its body in chunks of no announced length. */
export function openChunked(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): RawRequest {
  const { hostname, port, host, origin } = new URL(url);
  const socket = connect(Number(port), hostname);
  const all = { Host: host, Origin: origin, 'Transfer-Encoding': 'chunked', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  let received = '';
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      isClosed = true;
      resolve();
    });
  });
  socket.on('error', () => undefined); // a reset shows as `closed`
  const reply = new Promise<string>((resolve) => {
    socket.on('data', (data) => {
      received += data.toString();
      if (/\r\n0\r\n\r\n$|<\/html>\s*$/.test(received)) resolve(received);
    });
    void closed.then(() => resolve(received));
  });
  return {
    socket,
    reply,
    closed,
    chunk: async (bytes) => {
      const size = Buffer.byteLength(bytes).toString(16);
      if (isClosed) return false;
      const isTaken = [`${size}\r\n`, bytes, '\r\n'].map((part) => socket.write(part)).at(-1);
      if (isTaken === false) {
        await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
      }
      return !isClosed;
    },
    end: () => {
      socket.write('0\r\n\r\n');
    },
  };
}

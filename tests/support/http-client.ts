import { Agent, request } from 'node:http';

export type Reply = {
  status: number;
  location: string | null;
  cookies: string[];
  body: string;
};

export type Client = {
  get: (path: string) => Promise<Reply>;
  post: (path: string, body: string) => Promise<Reply>;
};

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** A browser without script: keeps cookies, sends its origin, follows nothing by itself. */
export function createClient(url: string, jar = new Map<string, string>()): Client {
  const { hostname, port, origin } = new URL(url);

  function send(method: string, path: string, body?: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const outgoing = request(
        {
          agent,
          hostname,
          port,
          path,
          method,
          headers: {
            Cookie: cookie,
            ...(body === undefined
              ? {}
              : {
                  Origin: origin,
                  'Content-Type': 'application/x-www-form-urlencoded',
                  'Content-Length': Buffer.byteLength(body),
                }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const cookies = response.headers['set-cookie'] ?? [];
            for (const line of cookies) {
              const [pair = ''] = line.split(';');
              const split = pair.indexOf('=');
              jar.set(pair.slice(0, split), pair.slice(split + 1));
            }
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              cookies,
              body: Buffer.concat(chunks).toString(),
            });
          });
        },
      );
      // The server may close an idle connection at the moment it is used again: nothing was read of it.
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(send(method, path, body));
        else reject(error);
      });
      outgoing.end(body);
    });
  }

  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
  };
}

/** Lets connections of a stopped server go. */
export function closeConnections(): void {
  agent.destroy();
}

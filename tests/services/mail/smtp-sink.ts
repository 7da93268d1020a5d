import { createServer, type Server, type Socket } from 'node:net';

export type SmtpSink = {
  url: string;
  /** Whole messages, in the order they came. */
  messages: { recipient: string; text: string }[];
  close: () => Promise<void>;
};

/** Speaks as much SMTP as a sender needs; addresses that contain `refuse` are refused. */
function converse(socket: Socket, messages: SmtpSink['messages']): void {
  let recipient = '';
  let isBody = false;
  let pending = '';
  const lines: string[] = [];
  const say = (reply: string) => socket.write(`${reply}\r\n`);
  const hear = (line: string) => {
    if (isBody) {
      if (line !== '.') lines.push(line);
      else {
        messages.push({ recipient, text: lines.splice(0).join('\n') });
        isBody = false;
        say('250 taken');
      }
      return;
    }
    const command = line.slice(0, 4).toUpperCase();
    if (command === 'RCPT') recipient = /<(.+)>/.exec(line)?.[1] ?? '';
    if (command === 'DATA') {
      isBody = true;
      say('354 go on');
    } else if (command === 'RCPT' && recipient.includes('refuse')) say('550 nobody here');
    else if (command === 'QUIT') socket.end('221 bye\r\n');
    else say('250 well');
  };
  say('220 sink');
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    const parts = (pending + chunk.toString('utf8')).split('\r\n');
    pending = parts.pop() ?? '';
    parts.forEach(hear);
  });
}

export async function openSmtpSink(): Promise<SmtpSink> {
  const messages: SmtpSink['messages'] = [];
  const server: Server = createServer((socket) => converse(socket, messages));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

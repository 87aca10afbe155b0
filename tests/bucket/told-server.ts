import { createServer, type Server } from 'node:http';
import { afterEach } from 'vitest';

export interface Told {
  readonly status: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server that answers what it was told to, for what no real one can be made to do when a test wants it. */
export async function toldServer(answerTo: (line: string, turn: number) => Told) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const line = `${request.method} ${request.url}`;
    asked.push(line);
    const { status, code, headers = {}, body } = answerTo(line, asked.length);
    request.resume().on('end', () => {
      response.writeHead(status, { connection: 'close', ...headers });
      response.end(
        body ?? (code === undefined ? '' : `<Error><Code>${code}</Code><Message>of the server</Message></Error>`),
      );
    });
  });
  return { env: await listening(server), asked };
}

/** What the environment says of a server on this machine that ends with the test. */
export async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  stops.push(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'KEY',
    AWS_SECRET_ACCESS_KEY: 'hunter2',
  };
}

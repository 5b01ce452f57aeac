import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

const LOOPBACK = '127.0.0.1';

type Answer = (request: Request) => Response | Promise<Response>;

/** The host's one HTTP server. */
export interface HostServer {
  /** Page scripts, the bridge and the door. */
  url: string;
  /** The app's pages: the same server by another name, so that they are of another origin. */
  uiUrl: string;
  /** Answers requests with `answer` from now on; before that every request is answered 503. */
  serve(answer: Answer): void;
  stop(): Promise<void>;
}

/**
 * Starts the server on the loopback interface.
 * @param port 0 = any free one.
 * @throws Error with the remedy when the port is taken.
 */
export async function startServer(port: number): Promise<HostServer> {
  let answer: Answer = () => new Response('The Forge host is starting.', { status: 503 });
  const fetch = (request: Request) => answer(request);
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is taken: stop what uses it, or choose another.`) : error,
      );
    });
    server.listen(port, LOOPBACK, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${actual}`,
    uiUrl: `http://localhost:${actual}`,
    serve(next) {
      answer = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

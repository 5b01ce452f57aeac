import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it went over the wire. */
export interface RecordedRequest {
  method: string;
  /** Without the query. */
  path: string;
  /** By name, decoded; a repeated parameter is a list. */
  query: Record<string, string | string[]>;
  headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined when there is none. */
  body: unknown;
  status: number;
}

export interface Recorder {
  url: string;
  requests: RecordedRequest[];
  stop(): Promise<void>;
}

/** Stands before a server, hands every request on, and keeps it. */
export async function startRecorder(target: string): Promise<Recorder> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    // A connection that the server drops is dropped here too.
    handOn(target, incoming, outgoing, requests).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HOP_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding'];

async function handOn(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  requests: RecordedRequest[],
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const sent = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(url, target);
  const request: RecordedRequest = {
    method,
    path: pathname,
    query: Object.fromEntries(
      [...searchParams.keys()].map((name) => {
        const all = searchParams.getAll(name);
        return [name, all.length > 1 ? all : (all[0] ?? '')];
      }),
    ),
    headers,
    body: sent.length === 0 ? undefined : JSON.parse(sent.toString('utf8')),
    status: 0,
  };
  requests.push(request);
  const passedOn = Object.entries(headers).filter(([name]) => !HOP_HEADERS.includes(name));
  const answer = await fetch(new URL(url, target), {
    method,
    headers: passedOn.map(([name, value]): [string, string] => [name, String(value)]),
    redirect: 'manual',
    ...(sent.length === 0 ? {} : { body: sent }),
  });
  request.status = answer.status;
  const body = Buffer.from(await answer.arrayBuffer());
  answer.headers.forEach((value, name) => {
    if (!HOP_HEADERS.includes(name) && name !== 'content-encoding') outgoing.setHeader(name, value);
  });
  outgoing.writeHead(answer.status).end(body);
}

import dgram from 'node:dgram';
import net from 'node:net';

const LOCAL_HOSTS = new Set(['127.0.0.1', 'localhost', undefined]);

interface Destination {
  port?: number | string;
  host?: string;
  path?: string;
}

/**
 * Lets no socket reach anything but the host's door, whichever module opens it (node:http, node:tls,
 * a database driver), so that the allow-list cannot be passed by. How Forge treats raw sockets is not
 * verified; refusing them keeps an app from depending on one.
 */
export function guardSockets(doorUrl: string): void {
  const door = new URL(doorUrl);
  const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket;
  net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
    const { path, port, host } = destination(args);
    const isDoor = path === undefined && String(port) === door.port && LOCAL_HOSTS.has(host);
    if (isDoor) return connect.apply(this, args);
    const error = refused(path ?? `${host}:${port}`);
    process.nextTick(() => this.destroy(error));
    return this;
  } as typeof net.Socket.prototype.connect;
  dgram.createSocket = () => {
    throw refused('a UDP socket');
  };
}

function destination([first, second]: unknown[]): Destination {
  // Node itself passes its normalised arguments as one array.
  if (Array.isArray(first)) return destination(first);
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first };
  return { port: String(first), ...(typeof second === 'string' && { host: second }) };
}

function refused(what: string): Error {
  const error = new Error(`The Forge host lets no socket reach ${what}; use fetch.`);
  return Object.assign(error, { code: 'EACCES' });
}

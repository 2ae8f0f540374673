import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is. @throws {Error} with what to install. */
export function chromiumPath(): string {
  const given = process.env.CHROMIUM_PATH;
  const found = given ? [given].find(existsSync) : PLACES.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    given
      ? `CHROMIUM_PATH is ${given}, where no file is. Give the path of a Chromium or Chrome.`
      : `No Chromium at ${PLACES.join(', ')}. Install it (Debian: apt-get install chromium) or give its path in CHROMIUM_PATH.`,
  );
}

/** @param args More switches; with `prompt`, nobody answers for the user. */
export function launch(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', ...args],
  });
}

export interface Upload {
  contentType: string;
  body: Buffer;
}

export interface AppServer {
  url: string;
  uploads: Upload[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves a built app on the loopback interface, and takes what is posted to it. */
export async function serve(folder: string): Promise<AppServer> {
  const uploads: Upload[] = [];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        uploads.push({ contentType: request.headers['content-type'] ?? '', body: Buffer.concat(parts) });
        response.end('{"code":0,"url":"ok"}');
      });
      return;
    }
    if (path.startsWith('/frame')) {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="http://localhost:${port}/" width="400" height="600"></iframe>`);
      return;
    }
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    uploads,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

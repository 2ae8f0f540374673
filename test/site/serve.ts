import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** The folder of the site on its host. */
const BASE = '/taro-modernize/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
};

export interface SiteServer {
  /** With `/` at the end. */
  url: string;
  /** The addresses of all requests, with their queries. */
  requests: string[];
  close(): Promise<void>;
}

/** Serves the built site as GitHub Pages does: `/codemod` is the file `codemod.html`. */
export async function serveSite(folder: string): Promise<SiteServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const file = fileFor(folder, decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname));
    response.statusCode = file ? 200 : 404;
    const found = file ?? join(folder, '404.html');
    response.setHeader('content-type', TYPES[extname(found)] ?? 'application/octet-stream');
    response.end(readFileSync(found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file for a path of the site. */
export function fileFor(folder: string, path: string): string | undefined {
  if (!path.startsWith(BASE)) return undefined;
  const file = join(folder, path.slice(BASE.length));
  const candidates = [file, `${file}.html`, join(file, 'index.html')];
  return candidates.find((one) => existsSync(one) && statSync(one).isFile());
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a page of the portal answers: text as it is, or whatever a handler does. */
export type Page =
  | string
  | Buffer
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: string | Buffer;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A portal on this machine, whose pages a test may change at any time. */
export interface Portal {
  readonly origin: string;
  /** By path with its query, or by path alone. */
  readonly pages: Map<string, Page>;
  /** Paths in the order in which they were asked for, robots.txt left out. */
  readonly asked: string[];
  /** Headers of the last request for a path. */
  readonly headers: Map<string, IncomingMessage['headers']>;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  gz: 'application/gzip',
};

export async function openPortal(): Promise<Portal> {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const headers = new Map<string, IncomingMessage['headers']>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path !== '/robots.txt') asked.push(path);
    headers.set(path, request.headers);
    const page = pages.get(path) ?? pages.get(path.replace(/\?.*/, '')) ?? { status: 404 };
    answer(path, page, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(path: string, page: Page, request: IncomingMessage, response: ServerResponse) {
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  const plain = typeof page === 'string' || Buffer.isBuffer(page);
  const { status = 200, headers = {}, body = '' } = plain ? { body: page } : page;
  const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'text/html; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers }).end(body);
}

export interface PortalItem {
  readonly path: string;
  readonly title: string;
  readonly summary?: string;
  readonly content?: string;
  readonly date?: string;
}

/** A feed in RSS. */
export function rssOf(origin: string, items: readonly PortalItem[]): string {
  const written = items.map(
    ({ path, title, summary = '', content, date = 'Mon, 03 Mar 2025 10:00:00 +0400' }) =>
      `<item><title>${title}</title><link>${origin}${path}</link><pubDate>${date}</pubDate>` +
      `<description><![CDATA[${summary}]]></description>` +
      (content === undefined ? '' : `<content:encoded><![CDATA[${content}]]></content:encoded>`) +
      '</item>',
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sınaq portalı</title>${written.join('')}</channel></rss>`;
}

/** Sentences enough for a page to have an article. */
export const longText = (about: string): string =>
  [
    `Bakıda bu gün ${about} barədə geniş müzakirə keçirilib və tədbirdə yüzdən çox qonaq iştirak edib.`,
    'İştirakçılar bildiriblər ki, görülən işlər paytaxt sakinlərinin gündəlik həyatını xeyli yaxşılaşdıracaq.',
    'Tədbirin sonunda suallar cavablandırılıb, növbəti görüşün vaxtı isə sonradan elan olunacaq.',
  ].join(' ');

/** A page as portals have them: menus, an article, a list of other stories. */
export const pageOf = (title: string, text: string, head = ''): string =>
  `<!doctype html><html lang="az"><head><meta charset="utf-8"><title>${title} - Sınaq portalı</title>${head}</head><body>
  <nav><a href="/">Ana səhifə</a><a href="/siyaset">Siyasət</a></nav>
  <article><h1>${title}</h1><div class="text"><p>${text}</p><p>${longText(title)}</p></div></article>
  <aside><h3>Ən çox oxunanlar</h3><ul><li><a href="/1">Başqa xəbər</a></li></ul></aside>
  <script>document.title = 'skript işlədi'</script></body></html>`;

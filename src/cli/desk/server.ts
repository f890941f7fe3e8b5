import { Hono } from 'hono';
import { isKey, readBytes } from '../../io/desk-folder.js';
import { addBureauRoutes } from './bureau-routes.js';
import { SCRIPT, STYLE } from './assets.js';
import { addClerkRoutes } from './clerk-routes.js';
import type { Desk } from './desk.js';
import { html, layout, type Page } from './page.js';

/** Nothing may come from anywhere else, run inline, be framed or be sent on. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The largest hand-in, in bytes. */
const MOST = 400_000_000;

/**
 * The page as a handler of requests. Every address begins with the key; without it, or under the name of another host, there
 * is nothing. `port` is asked when a request comes, for it is known only then.
 */
export function deskApp(desk: Desk, key: string, port: () => number): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    if (!own.includes(c.req.header('host') ?? '')) return c.text('403', 403);
    if (!isKey(c.req.path.split('/')[1] ?? '', key)) return c.text('404', 404);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const origin = c.req.header('origin');
      if (origin !== undefined && origin !== 'null' && !own.includes(origin.replace(/^http:\/\//, '')))
        return c.text('403', 403);
      if (Number(c.req.header('content-length') ?? '0') > MOST) return c.text('413', 413);
    }
    await next();
    return undefined;
  });
  const page = (one: Page): Promise<string> => Promise.resolve(layout(desk, one)).then(String);
  const { base, pick } = desk;

  app.get(`${base}/desk.css`, (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get(`${base}/desk.js`, (c) => c.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  app.get(base, (c) => c.redirect(`${base}/`, 302));
  app.post(`${base}/lang`, async (c) => {
    const { lang } = await c.req.parseBody();
    desk.lang = lang === 'en' ? 'en' : 'zh';
    return c.redirect(`${base}/`, 303);
  });
  app.get(`${base}/file/:id`, async (c) => {
    const offer = desk.offered(Number(c.req.param('id')));
    if (offer === null) return c.notFound();
    const bytes = await readBytes(offer.path);
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(offer.name)}`,
    });
  });
  app.get(`${base}/job/:id`, async (c) => {
    const job = desk.job(Number(c.req.param('id')));
    if (job === null) return c.notFound();
    if (job.next !== null) return c.redirect(job.next, 303);
    const here = `${base}/job/${job.id}`;
    const body = html`<p role="status" aria-live="polite" data-job="${here}/state" data-gone="${pick({ zh: '程序已经关闭。', en: 'The program has ended.' })}">${pick({ zh: '正在做……', en: 'Working…' })}</p>
<form method="post" action="${here}/cancel"><button>${pick({ zh: '停下（什么也不会丢）', en: 'Stop (nothing is lost)' })}</button></form>`;
    return c.html(await page({ title: job.title, body, refresh: here }));
  });
  app.get(`${base}/job/:id/state`, (c) => {
    const job = desk.job(Number(c.req.param('id')));
    const seconds = job === null ? 0 : Math.round((performance.now() - job.since) / 1000);
    const text = pick({
      zh: `正在做，已经 ${seconds} 秒 ${job?.progress ?? ''}`,
      en: `Working, ${seconds} s ${job?.progress ?? ''}`,
    });
    return c.json({ next: job === null ? `${base}/` : job.next, text });
  });
  app.post(`${base}/job/:id/cancel`, (c) => {
    const job = desk.job(Number(c.req.param('id')));
    job?.cancel();
    return c.redirect(job === null ? `${base}/` : `${base}/job/${job.id}`, 303);
  });
  addClerkRoutes(app, desk, page);
  addBureauRoutes(app, desk, page);
  app.notFound((c) => c.text('404', 404));
  app.onError(async (error, c) => {
    const body = html`<p class="error">${pick({ zh: `程序内部出了没有料到的错（${error.name}），已有的文件和台账没有改动。`, en: `An error nobody foresaw (${error.name}); files and ledger are unchanged.` })}</p><p><a href="${base}/">${pick({ zh: '回到开始', en: 'Back to the start' })}</a></p>`;
    return c.html(await page({ title: pick({ zh: '没有做成', en: 'Not done' }), body }), 500);
  });
  return app;
}

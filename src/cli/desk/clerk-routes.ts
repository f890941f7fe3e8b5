import type { Hono } from 'hono';
import { basename, join } from 'node:path';
import { checkRoster, saveMapping } from './clerk-work.js';
import { rosterPage, startPage } from './clerk-pages.js';
import type { Acceptance, Desk } from './desk.js';
import { command, html, type Page, said } from './page.js';
import { runWords } from './work.js';

export type Render = (page: Page) => Promise<string>;

/** The clerk's road: hand in, answer, look, accept, take away. */
export function addClerkRoutes(app: Hono, desk: Desk, page: Render): void {
  const { base, pick } = desk;
  const startCheck = (): string => {
    const title = pick({ zh: '检查花名册', en: 'Checking the roster' });
    const job = desk.start(title, (run) => checkRoster(desk, run).then(() => `${base}/roster`), `${base}/`);
    return `${base}/job/${job.id}`;
  };

  app.get(`${base}/`, async (c) =>
    c.html(await page({ title: pick({ zh: '查花名册', en: 'Check a roster' }), body: startPage(desk) })),
  );
  app.post(`${base}/files`, async (c) => {
    const { files = [] } = await c.req.parseBody({ all: true });
    const given = (Array.isArray(files) ? files : [files]).filter((one) => one instanceof File);
    const named = given.filter(({ name }) => name !== '');
    if (named.length === 0) return c.redirect(`${base}/`, 303);
    await desk.addUploads(
      await Promise.all(named.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) }))),
    );
    return c.redirect(startCheck(), 303);
  });
  app.post(`${base}/check`, (c) => c.redirect(desk.uploads.length === 0 ? `${base}/` : startCheck(), 303));
  app.post(`${base}/clear`, (c) => {
    desk.clear();
    return c.redirect(`${base}/`, 303);
  });
  app.get(`${base}/roster`, async (c) => {
    if (desk.checked === null) return c.redirect(`${base}/`, 303);
    const title = pick({ zh: '检查的结果', en: 'What was found' });
    return c.html(await page({ title, body: rosterPage(desk, desk.checked) }));
  });
  app.post(`${base}/answers`, async (c) => {
    const answers = await c.req.parseBody();
    takeAnswers(desk, answers);
    return c.redirect(desk.uploads.length === 0 ? `${base}/` : startCheck(), 303);
  });
  app.post(`${base}/accept`, async (c) => {
    const form = await c.req.parseBody();
    const by = text(form['by']).trim();
    const before = desk.checked?.acceptable ?? [];
    desk.accepted = before.flatMap((one, i): Acceptance[] => {
      const reason = (form[`reason:${i}`] === undefined ? one.reason : text(form[`reason:${i}`])).trim();
      return reason === '' ? [] : [{ ...one, reason, by: reason === one.reason && one.by !== '' ? one.by : by }];
    });
    return c.redirect(desk.uploads.length === 0 ? `${base}/` : startCheck(), 303);
  });
  app.post(`${base}/mapping`, async (c) => {
    const paths = await saveMapping(desk, runWords);
    const links = paths.map(
      (path) => html`<li><a href="${desk.offer({ path, name: basename(path) })}" download>${basename(path)}</a></li>`,
    );
    const body = html`<p>${pick({ zh: '以后交同样的表，加上 --map 就不用再回答：', en: 'Hand in with --map next time and nothing is asked again:' })}</p><ul class="files">${links}</ul>
${command(desk, ['map', ...desk.paths(), ...desk.answers(), `--save=${basename(paths[0] ?? 'map.json')}`])}<p><a href="${base}/roster">${pick({ zh: '回到结果', en: 'Back' })}</a></p>`;
    return c.html(await page({ title: pick({ zh: '列的对照', en: 'How columns are read' }), body }));
  });
  app.post(`${base}/template`, async (c) => {
    const policy = text((await c.req.parseBody())['policy']);
    desk.policy = policy;
    const path = join(desk.folder.room(), `${pick({ zh: '模板', en: 'template' })}-${policy}.xlsx`);
    const done = await runWords(['template', `--policy=${policy}`, `--out=${path}`, `--lang=${desk.lang}`]);
    const link =
      done.code === 0
        ? html`<p><a class="button" href="${desk.offer({ path, name: basename(path) })}" download>${basename(path)}</a></p>`
        : '';
    const body = html`${link}${said(desk, { ...done, words: ['template', `--policy=${policy}`, `--out=${basename(path)}`], stdout: '', stderr: done.code === 0 ? '' : done.stderr })}`;
    return c.html(await page({ title: pick({ zh: '空白的标准表', en: 'A blank standard workbook' }), body }));
  });
}

type Form = Readonly<Record<string, unknown>>;

/** Year, policy and columns: an answer is kept only where it differs from what was read by itself. */
function takeAnswers(desk: Desk, form: Form): void {
  desk.year = text(form['year']).trim();
  desk.policy = text(form['policy']);
  const own = new Map<string, string>();
  for (const { tables } of desk.checked?.map.files ?? [])
    for (const { sheet, columns } of tables)
      for (const { column, header, field } of columns)
        for (const key of [header, `${sheet}!${header}`, `${sheet}!#${column}`]) own.set(key, field ?? '');
  for (const [name, value] of Object.entries(form)) {
    const key = /^column:(.*)$/s.exec(name)?.[1];
    if (key === undefined) continue;
    const chosen = text(value);
    const answered = desk.columns.get(key);
    if (chosen === '') desk.columns.delete(key);
    else if (answered !== undefined || chosen !== own.get(key)) desk.columns.set(key, chosen);
  }
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import type { Hono } from 'hono';
import { join } from 'node:path';
import { openLedger } from '../../ledger/ledger.js';
import { fileExists } from '../../io/text-file.js';
import { BATCHES, SHOW } from '../schemas/batch.js';
import { asFaults, faultMessage } from '../faults/fault-report.js';
import { termLines, toldTerms } from '../tell/signed-terms.js';
import { batchesPage, batchPage, monthPage, trialPage, writtenPage } from './bureau-pages.js';
import { considered, tryMonth, writeMonth } from './bureau-work.js';
import { type Render, text } from './clerk-routes.js';
import type { Desk } from './desk.js';
import { html, said } from './page.js';
import { asJson, type Done, runWords } from './work.js';

/** The bureau's road: a month on trial, its files, and the life of its batches. */
export function addBureauRoutes(app: Hono, desk: Desk, page: Render): void {
  const { base, pick } = desk;
  let written: { readonly done: Done; readonly out: string; readonly batchId: string } | null = null;

  /** Whether this program prints a batch again; asked once. */
  let printable: boolean | null = null;

  app.get(`${base}/month`, async (c) =>
    c.html(await page({ title: pick({ zh: '算一个月', en: 'Reckon a month' }), body: monthPage(desk) })),
  );
  app.post(`${base}/trial`, async (c) => {
    const form = await c.req.parseBody();
    const value = (name: string): string => text(form[name]).trim();
    desk.month = { policy: value('policy'), period: value('period'), name: value('name'), by: value('by') };
    desk.ledger = value('ledger') === '' ? desk.ledger : value('ledger');
    if (desk.uploads.length === 0) return c.redirect(`${base}/month`, 303);
    const title = pick({ zh: '试算', en: 'Trial run' });
    const job = desk.start(title, (run) => tryMonth(desk, run).then(() => `${base}/trial`), `${base}/month`);
    return c.redirect(`${base}/job/${job.id}`, 303);
  });
  app.get(`${base}/trial`, async (c) => {
    const { trial } = desk;
    if (trial === null) return c.redirect(`${base}/month`, 303);
    const query = (c.req.query('q') ?? '').trim();
    const usable = trial.receipt !== null;
    const unpaid = usable
      ? await considered(trial.folder, { query: '', unpaid: true, most: 200 })
      : { found: [], total: 0 };
    const hits =
      usable && query !== '' ? (await considered(trial.folder, { query, unpaid: false, most: 50 })).found : [];
    const body = trialPage(desk, trial, unpaid, { query, found: hits });
    return c.html(await page({ title: pick({ zh: '试算', en: 'Trial run' }), body }));
  });
  app.get(`${base}/why`, async (c) => {
    const payee = c.req.query('payee') ?? '';
    const { trial } = desk;
    if (trial === null || payee === '') return c.redirect(`${base}/month`, 303);
    const done = await runWords([
      'explain',
      '--batch',
      join(trial.folder, 'batch.json'),
      `--lang=${desk.lang}`,
      '--',
      payee,
    ]);
    const words = ['explain', '--batch', trial.receipt?.batch_id ?? '', payee];
    const body = html`${said(desk, { ...done, words })}<p><a href="${base}/trial">${pick({ zh: '回到试算', en: 'Back to the trial' })}</a></p>`;
    return c.html(await page({ title: pick({ zh: `为什么：${payee}`, en: `Why: ${payee}` }), body }));
  });
  app.post(`${base}/write`, async (c) => {
    const out = text((await c.req.parseBody())['out']).trim();
    const batchId = desk.trial?.receipt?.batch_id;
    if (batchId === undefined || out === '') return c.redirect(`${base}/month`, 303);
    const title = pick({ zh: '写出文件', en: 'Writing the files' });
    const work = async (run: typeof runWords): Promise<string> => {
      written = { done: await writeMonth(desk, run, out), out, batchId };
      return `${base}/written`;
    };
    return c.redirect(`${base}/job/${desk.start(title, work, `${base}/trial`).id}`, 303);
  });
  app.get(`${base}/written`, async (c) => {
    if (written === null) return c.redirect(`${base}/month`, 303);
    const body = writtenPage(desk, written.done, written.out, written.batchId);
    return c.html(await page({ title: pick({ zh: '写出文件', en: 'Files written' }), body }));
  });

  const batches = async (): Promise<{ list: ReturnType<typeof BATCHES.parse>; problem: Done | null }> => {
    if (!fileExists(desk.ledger)) return { list: [], problem: null };
    const done = await runWords(['batches', `--ledger=${desk.ledger}`, '--format=json', `--lang=${desk.lang}`]);
    const list = BATCHES.safeParse(asJson(done.stdout));
    return list.success ? { list: list.data, problem: null } : { list: [], problem: { ...done, stdout: '' } };
  };
  app.get(`${base}/batches`, async (c) => {
    const { list, problem } = await batches();
    return c.html(await page({ title: pick({ zh: '批次', en: 'Batches' }), body: batchesPage(desk, list, problem) }));
  });
  app.post(`${base}/ledger`, async (c) => {
    desk.ledger = text((await c.req.parseBody())['ledger']).trim();
    return c.redirect(`${base}/batches`, 303);
  });
  app.get(`${base}/batch/:id`, async (c) => {
    const id = c.req.param('id');
    const batch = (await batches()).list.find((one) => one.batch_id === id);
    if (batch === undefined) return c.redirect(`${base}/batches`, 303);
    const shown = await runWords([
      'show',
      id,
      '--all',
      `--ledger=${desk.ledger}`,
      '--format=json',
      `--lang=${desk.lang}`,
    ]);
    printable ??= (await runWords(['print', '--help'])).code === 0;
    const lines = SHOW.safeParse(asJson(shown.stdout));
    const body = batchPage(desk, batch, lines.success ? lines.data : null, await signed(desk, id), printable);
    desk.told = null;
    return c.html(await page({ title: id, body }));
  });
  app.post(`${base}/batch/:id/:act`, async (c) => {
    const id = c.req.param('id');
    const form = await c.req.parseBody();
    const words = await actWords(desk, id, c.req.param('act'), form);
    if (words === null) return c.notFound();
    const title = pick({ zh: '正在办理', en: 'At work' });
    const work = async (run: typeof runWords): Promise<string> => {
      desk.told = { ...(await run([...words, `--lang=${desk.lang}`])), words };
      return `${base}/batch/${encodeURIComponent(id)}`;
    };
    return c.redirect(`${base}/job/${desk.start(title, work, `${base}/batches`).id}`, 303);
  });
}

/** What whoever approves puts a name to; a ledger that cannot be read says why. */
async function signed(desk: Desk, id: string): Promise<string[]> {
  try {
    const ledger = openLedger(desk.ledger, { create: false });
    try {
      return termLines(await toldTerms(ledger.terms(id)), desk.lang);
    } finally {
      ledger.dispose();
    }
  } catch (error) {
    return asFaults(error).map((fault) => faultMessage(fault, desk.lang));
  }
}

/** The command line of an act on a batch. */
async function actWords(
  desk: Desk,
  id: string,
  act: string,
  form: Readonly<Record<string, unknown>>,
): Promise<string[] | null> {
  const value = (name: string): string => text(form[name]).trim();
  const option = (name: string): string[] => (value(name) === '' ? [] : [`--${name}=${value(name)}`]);
  const own = [`--ledger=${desk.ledger}`];
  switch (act) {
    case 'approve':
      return ['approve', id, ...option('by'), ...option('hash'), ...own];
    case 'export':
      return [
        'export',
        id,
        ...option('out'),
        ...option('bank'),
        ...option('day'),
        ...(value('reason') === '' ? [] : ['--again', ...option('reason')]),
        ...own,
      ];
    case 'return': {
      const { file } = form;
      if (!(file instanceof File)) return null;
      const path = await desk.folder.keep(file.name, new Uint8Array(await file.arrayBuffer()));
      return ['return', id, path, ...option('coverage'), ...own];
    }
    case 'close':
      return ['close', id, ...option('by'), ...own];
    case 'print':
      return ['print', id, ...option('out'), ...own];
    default:
      return null;
  }
}

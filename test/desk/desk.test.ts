import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { butie } from '../cli/butie.js';
import { openDesk, type OpenDesk } from './open-desk.js';

const ROSTER = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度\r\nA1,张三,11010119900307067,1,2023\r\n';

let desk: OpenDesk;

beforeAll(async () => {
  desk = await openDesk(['--lang', 'zh']);
}, 60_000);
afterAll(async () => {
  await desk.close();
});

/** Status of a request under another name of the host. */
function statusUnder(host: string, path = new URL(desk.address).pathname): Promise<number> {
  const { port } = new URL(desk.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function handIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
  const answer = await fetch(`${desk.address}files`, { method: 'POST', body: form, redirect: 'manual' });
  return await finished(answer);
}

/** Follows a job to its end and gives the page after it. */
async function finished(answer: Response): Promise<string> {
  expect(answer.status).toBe(303);
  const job = new URL(answer.headers.get('location') ?? '', desk.address);
  for (;;) {
    const { next } = (await (await fetch(`${job.href}/state`)).json()) as { next: string | null };
    if (next !== null) return await (await fetch(new URL(next, desk.address))).text();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('the address that butie desk prints', () => {
  it('answers with the page, and says that nothing may come from elsewhere', async () => {
    expect(desk.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    const answer = await fetch(desk.address);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<h1>查花名册</h1>');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is nothing without the key, and nothing under another name of the host', async () => {
    const { origin, host, pathname } = new URL(desk.address);
    for (const path of ['/', '/files', '/batches', `${pathname.slice(0, -2)}x/`, `/x${pathname}`, '/desk.js'])
      expect((await fetch(origin + path)).status).toBe(404);
    expect(await statusUnder(host)).toBe(200);
    for (const name of [
      'evil.example',
      'evil.example:80',
      '127.0.0.1',
      `127.0.0.1:1`,
      `${host}.evil.example`,
      `[::1]:${new URL(desk.address).port}`,
    ])
      expect([400, 403], name).toContain(await statusUnder(name));
  });

  it('takes nothing that another page sends', async () => {
    const answer = await fetch(`${desk.address}clear`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
  });

  it('is not heard outside this computer', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal);
    if (outside === undefined) return;
    const { port, pathname } = new URL(desk.address);
    await expect(fetch(`http://${outside.address}:${port}${pathname}`)).rejects.toThrow();
  });
});

describe('what is handed in', () => {
  it('lies in a folder of the process, whatever its name says, and is checked', async () => {
    const page = await handIn({ '../../../etc/名册 <b>&.csv': ROSTER });
    expect(page).toContain('名册 _b_&amp;.csv');
    expect(page).toContain('class="hit"');
    expect(page).not.toContain('11010119900307067');
    expect(page).toMatch(/处要改/);
  }, 60_000);

  it('shows what stands in a cell as text only', async () => {
    await fetch(`${desk.address}clear`, { method: 'POST' });
    const page = await handIn({ 'x.csv': ROSTER.replace('张三', '<script>alert(1)</script>') });
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  }, 60_000);

  it('that is no roster is told of, and the page lives on', async () => {
    await fetch(`${desk.address}clear`, { method: 'POST' });
    const page = await handIn({ '坏.xlsx': new Uint8Array([80, 75, 3, 4, 0, 0]) });
    expect(page).toContain('没有做成');
    expect((await fetch(desk.address)).status).toBe(200);
  }, 60_000);
});

describe('the end', () => {
  it('takes with it what was handed in', async () => {
    const other = await openDesk();
    const mine = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('butie-desk-'));
    const before = mine().length;
    expect(await other.close()).toBe(130);
    expect(mine().length).toBe(before - 1);
    await expect(fetch(other.address)).rejects.toThrow();
  }, 60_000);

  it('a port that cannot be is refused in words', () => {
    const { code, stderr } = butie(['desk', '--port', '80']);
    expect(code).toBe(2);
    expect(stderr).toContain('1024');
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES } from '../cli/butie.js';
import { openDesk, type OpenDesk } from './open-desk.js';

/** A Chromium of the system; without one these tests do not run, and say so. */
const CHROMIUM = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Set to a folder to look at the pages. */
const PICTURES = process.env['BUTIE_PICTURES'];
const LONG = 90_000;

const NAME =
  CHROMIUM === undefined
    ? 'the page in a browser: no Chromium here (CHROMIUM=path), not tried'
    : 'the page in a browser';

describe.skipIf(CHROMIUM === undefined)(NAME, () => {
  let desk: OpenDesk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What a person would see in the console, and addresses elsewhere that were asked for. */
  const wrong: string[] = [];

  beforeAll(async () => {
    desk = await openDesk(['--by', '王会计']);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    context = await browser.newContext({
      bypassCSP: false,
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(desk.address).origin) && !request.url().startsWith('data:'))
        wrong.push(request.url());
    });
  }, LONG);
  afterAll(async () => {
    await browser.close();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  /** Serious findings of axe, at both widths; nothing wider than the screen. */
  async function looksWell(name: string): Promise<void> {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      if (PICTURES !== undefined) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`) });
      }
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
      // Through the debugger, past the page's own policy, which lets in no script of others.
      await page.evaluate(AXE);
      const serious = await page.evaluate(
        `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect(serious, `${name} at ${width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  async function heading(text: string | RegExp): Promise<void> {
    await page.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: LONG });
  }

  it(
    'takes the clerk from the drop to the marked workbook',
    async () => {
      await page.goto(desk.address);
      await heading('查花名册');
      await looksWell('start');
      await page.getByLabel(/把花名册拖到这里/).setInputFiles(readdirSync(SAMPLES).map((name) => join(SAMPLES, name)));
      await page.getByRole('button', { name: '交上来检查' }).click();
      await heading('检查的结果');
      await looksWell('roster');
      expect(await page.locator('td.hit').count()).toBeGreaterThan(10);
      expect(await page.locator('section.finding').count()).toBeGreaterThan(5);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: '标好的表：灵新社区花名册.校验.xlsx' }).click();
      expect((await download).suggestedFilename()).toBe('灵新社区花名册.校验.xlsx');

      const before = Number(/(\d+) 处请核实/.exec(await page.locator('main').innerText())?.[1]);
      await page.getByLabel('第 1 行的核实说明').fill('核对过原件');
      await page.getByLabel('核实人').fill('李审核');
      await page.getByRole('button', { name: '记下核实，再检查一遍' }).click();
      await heading('检查的结果');
      await page.getByText(/已核实 1 处/).waitFor({ timeout: LONG });
      expect(Number(/(\d+) 处请核实/.exec(await page.locator('main').innerText())?.[1])).toBe(before - 1);
      await page.getByRole('button', { name: '保存列的对照' }).click();
      await heading('列的对照');
      await page
        .getByRole('link', { name: /map\.json/ })
        .first()
        .waitFor();
    },
    LONG * 2,
  );

  it(
    'takes the bureau from the trial to the bank and back',
    async () => {
      await page.goto(`${desk.address}month`);
      await page.getByLabel('政策').selectOption('ningdong-2023-62');
      await page.getByLabel('付款月份').fill('2024-10');
      await looksWell('month');
      await page.getByRole('button', { name: /^试算/ }).click();
      await page.getByText('680000.00').first().waitFor({ timeout: LONG });
      expect(existsSync(join(desk.folder, 'butie.db'))).toBe(false);
      await looksWell('trial');
      await page.getByLabel('姓名、户编号或证件号').fill('LX0015');
      await page.getByRole('button', { name: '查', exact: true }).click();
      await page.getByRole('link', { name: '为什么 周林 就业奖补' }).first().click();
      await heading('为什么：LX0015');
      await page.getByText('条款').first().waitFor();
      await page.getByRole('link', { name: '回到试算' }).click();
      await page.getByLabel('放到文件夹').fill('结果');
      await page.getByRole('button', { name: /写出结果文件/ }).click();
      await page.getByRole('link', { name: '看这个批次' }).waitFor({ timeout: LONG });
      expect(readdirSync(join(desk.folder, '结果'))).toContain('payout.xlsx');
      await page.getByRole('link', { name: '看这个批次' }).click();
      const batch = 'ningdong-2023-62.2024-10.main';
      await heading(batch);
      await looksWell('batch');

      await page.getByLabel(/审核人/).fill('王会计');
      await page.getByRole('button', { name: '审核通过' }).click();
      await page.getByText('没有做成').waitFor({ timeout: LONG });
      await page.getByLabel(/审核人/).fill('李审核');
      await page.getByRole('button', { name: '审核通过' }).click();
      await page.getByRole('heading', { name: '银行文件' }).waitFor({ timeout: LONG });
      await page.getByLabel('付款日期').fill('2024-10-20');
      await page.getByLabel('放到文件夹').first().fill('银行');
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByRole('heading', { name: '银行回盘' }).waitFor({ timeout: LONG });
      const file = readdirSync(join(desk.folder, '银行')).find((name) => name.endsWith('.csv')) ?? '';
      const back = join(desk.folder, '回盘.csv');
      writeFileSync(back, answered(readFileSync(join(desk.folder, '银行', file), 'utf8')));
      await page.getByLabel('回盘文件').setInputFiles(back);
      await page.getByLabel('回盘里有').selectOption('full');
      await page.getByRole('button', { name: '登记回盘' }).click();
      await page
        .getByText(/已回盘|做完了/)
        .first()
        .waitFor({ timeout: LONG });
      await looksWell('settled');
      await page.getByRole('link', { name: '批次', exact: true }).click();
      await heading('批次');
      await looksWell('batches');
    },
    LONG * 3,
  );

  it(
    'goes by keyboard, speaks English, and stops work on demand',
    async () => {
      await page.goto(desk.address);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      await page.getByRole('button', { name: 'English' }).focus();
      await page.keyboard.press('Enter');
      await heading('Check a roster');
      expect(await page.evaluate('document.documentElement.lang')).toBe('en');
      await looksWell('english');
      await page
        .getByLabel(/Drop the rosters here/)
        .setInputFiles(readdirSync(SAMPLES).map((name) => join(SAMPLES, name)));
      await page.getByRole('button', { name: 'Hand in and check' }).click();
      await page.getByRole('button', { name: /^Stop/ }).click();
      await heading('Check a roster');
      await page.getByRole('heading', { name: 'Handed in' }).waitFor();
    },
    LONG,
  );
});

/** The bank's answer to one of its files: every line paid. */
function answered(sent: string): string {
  const [head = '', ...rows] = sent
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return [`${head},结果`, ...rows.map((row) => `${row},成功`)].join('\r\n');
}

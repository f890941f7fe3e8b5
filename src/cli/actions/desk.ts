import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { packIds } from '../../io/packs.js';
import { DeskFolder, newKey } from '../../io/desk-folder.js';
import { Desk } from '../desk/desk.js';
import { deskApp } from '../desk/server.js';
import { openPack } from '../input/open-pack.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readCommonOptions } from '../line/options.js';
import { badValue } from '../line/usage-faults.js';
import { openWithSystem } from '../terminal/dropped.js';

/** `butie desk`: serves the page until it is interrupted. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const options = readCommonOptions(invocation);
  const wanted = readPort(values.text('port'));
  const key = newKey();
  const desk = new Desk(DeskFolder.open(), `/${key}`, terminal.lang, options.ledger);
  desk.policies = await Promise.all(
    (await packIds()).map(async (id) => ({
      id,
      name: (await openPack(id, { ...options, allowDraftPolicy: true })).pack.name,
    })),
  );
  desk.month = { ...desk.month, by: options.by.given ? options.by.name : '' };
  let port = 0;
  const app = deskApp(desk, key, () => port);
  const listener = getRequestListener((request) => app.fetch(request));
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, resolve);
  });
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : wanted;
  const page = `http://127.0.0.1:${port}/${key}/`;
  terminal.print(page);
  terminal.note(
    terminal.pick({
      zh: '在浏览器里打开上面的地址（只在这台电脑上有效）。关掉这个窗口或按 Ctrl+C 结束。',
      en: 'Open this address in a browser (it works on this computer only). Close this window or press Ctrl+C to end.',
    }),
  );
  openWithSystem(page);
  await new Promise((resolve) => server.once('close', resolve));
  return 0;
}

function readPort(text: string | null): number {
  if (text === null) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1024 && port < 65536) return port;
  throw badValue(
    'bad-port',
    '--port',
    text,
    { zh: '1024 到 65535 之间的端口号', en: 'a port from 1024 to 65535' },
    { zh: '去掉 --port，程序自己找空闲的端口', en: 'leave --port out: a free one is found' },
  );
}

import { html, raw } from 'hono/html';
import type { Words } from '../../findings/finding.js';
import type { Desk } from './desk.js';
import { type Done, typed } from './work.js';

/** A piece of a page, escaped already. */
export type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Address to load again after a second, for browsers without script. */
  readonly refresh?: string;
}

const MENU: readonly { readonly path: string; readonly words: Words }[] = [
  { path: '/', words: { zh: '查花名册', en: 'Check a roster' } },
  { path: '/month', words: { zh: '算一个月', en: 'Reckon a month' } },
  { path: '/batches', words: { zh: '批次', en: 'Batches' } },
];

/** A whole page: skip link, menu, language, the one heading, the content. */
export function layout(desk: Desk, { title, body, refresh }: Page): Html {
  const { base, lang, pick } = desk;
  const other = lang === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · butie 补贴</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/desk.css">
${refresh === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="1;url=${refresh}"></noscript>`}
<script src="${base}/desk.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${pick({ zh: '跳到内容', en: 'Skip to content' })}</a>
<header>
<p class="name">butie 补贴</p>
<nav aria-label="${pick({ zh: '主菜单', en: 'Main menu' })}"><ul>${MENU.map(
    ({ path, words }) => html`<li><a href="${base}${path}">${pick(words)}</a></li>`,
  )}</ul></nav>
<form method="post" action="${base}/lang"><button name="lang" value="${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${other === 'zh' ? '中文' : 'English'}</button></form>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer><p>${pick({
    zh: '这个页面只在这台电脑上，不联网；关掉程序窗口就没有了，交上来的文件随之删除。',
    en: 'This page is on this computer only and nothing leaves it; closing the program ends it and removes what was handed in.',
  })}</p></footer>
</body>
</html>`;
}

/** The command that does the same on a line. */
export function command(desk: Desk, words: readonly string[]): Html {
  const line = typed(words, desk.names());
  return html`<details class="command"><summary>${desk.pick({ zh: '做同样事情的命令', en: 'The command that does the same' })}</summary><pre tabindex="0">${line}</pre></details>`;
}

/** What a command said, with how it ended. */
export function said(desk: Desk, done: Done): Html {
  const { pick } = desk;
  const state =
    done.code === 0
      ? { zh: '做完了。', en: 'Done.' }
      : done.code === 1
        ? { zh: '做完了，有需要看的地方。', en: 'Done; there is something to look at.' }
        : { zh: '没有做成。', en: 'It was not done.' };
  const told = [done.stdout, done.stderr].map((text) => text.trim()).filter((text) => text !== '');
  return html`<section class="said ${done.code === 2 ? 'bad' : ''}" role="status" aria-label="${pick({ zh: '结果', en: 'Result' })}"><p><strong>${pick(state)}</strong></p>${told.map((text) => html`<pre tabindex="0">${text}</pre>`)}${command(desk, done.words)}</section>`;
}

/** A table that may be wider than the screen. */
export function table(
  caption: string,
  heads: readonly (string | Html)[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** One labelled field of a form. */
export function field(label: string, input: Html, note = ''): Html {
  return html`<p class="field"><label><span>${label}</span> ${input}</label>${note === '' ? '' : html` <small>${note}</small>`}</p>`;
}

export { html, raw };

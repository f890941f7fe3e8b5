import { html } from './html-text.js';
import { REPORT_STYLE } from './report-style.js';

/** Parts of a self-contained page: nothing is loaded from elsewhere. */

export function pageHead(title: string, heading: string): string {
  return (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">' +
    `<title>${html(title)}</title><style>${REPORT_STYLE}</style></head><body><main>\n` +
    `<header><h1>${html(title)}</h1>${heading}</header>\n`
  );
}

export function pageEnd(footer: string): string {
  return `<footer>${html(footer)}</footer></main></body></html>\n`;
}

/** Label, value, remark. */
export function cards(entries: readonly (readonly [string, string, string])[]): string {
  const boxes = entries.map(
    ([label, value, more]) => `<div><span>${html(label)}</span><b>${html(value)}</b><small>${html(more)}</small></div>`,
  );
  return `<section class="cards">${boxes.join('')}</section>\n`;
}

export function section(title: string, content: string): string {
  return `<section><h2>${html(title)}</h2>${content}</section>\n`;
}

export function table(headers: readonly string[], rows: readonly (readonly string[])[], kind = ''): string {
  const head = headers.map((header) => `<th>${html(header)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`).join('');
  return `<table${kind === '' ? '' : ` class="${kind}"`}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

export function note(text: string): string {
  return `<p class="note">${html(text)}</p>`;
}

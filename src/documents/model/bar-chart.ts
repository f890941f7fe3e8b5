import { html } from './html-text.js';

export interface BarPart {
  readonly value: number;
  /** Index of the colour, from 0. */
  readonly series: number;
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly BarPart[];
  /** Written behind the bar. */
  readonly text: string;
}

const WIDTH = 720;
const LABEL = 180;
const VALUE = 205;
const STEP = 30;
const BAR = 18;
export const SERIES_COLOURS = ['#2f6f9f', '#c8743a', '#5b8f4e', '#8a6bb0', '#b0a03a', '#7d7d7d'] as const;

/** Horizontal bars as one inline SVG: label, bar of one or more parts, value in words. Readable without colour. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map((bar) => sum(bar.parts)));
  const room = WIDTH - LABEL - VALUE;
  const height = bars.length * STEP + 8;
  const rows = bars.map((bar, index) => {
    const top = index * STEP + 4;
    let left = LABEL;
    const rects = bar.parts
      .filter((part) => part.value > 0)
      .map((part) => {
        const width = Math.round((part.value / most) * room * 100) / 100;
        const rect = `<rect x="${left}" y="${top + (STEP - BAR) / 2}" width="${width}" height="${BAR}" rx="2" fill="${SERIES_COLOURS[part.series % SERIES_COLOURS.length] ?? '#7d7d7d'}"/>`;
        left = Math.round((left + width) * 100) / 100;
        return rect;
      });
    const middle = top + STEP / 2 + 5;
    return (
      `<text x="${LABEL - 10}" y="${middle}" text-anchor="end">${html(cut(bar.label))}</text>${rects.join('')}` +
      `<text x="${left + 8}" y="${middle}" class="value">${html(bar.text)}</text>`
    );
  });
  return (
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${html(title)}">` +
    `<title>${html(title)}</title>${rows.join('')}</svg>`
  );
}

function sum(parts: readonly BarPart[]): number {
  return parts.reduce((total, part) => total + part.value, 0);
}

/** Labels keep to their side of the chart. */
function cut(label: string): string {
  const characters = Array.from(label);
  return characters.length <= 12 ? label : `${characters.slice(0, 11).join('')}…`;
}

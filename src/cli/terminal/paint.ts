import { ownColours } from './plain-text.js';

/** Colours by meaning. Text, never colour alone, carries the meaning: without colours each function gives its input. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;

export const PLAIN: Paint = { error: same, warning: same, info: same, good: same, strong: same, faint: same };

/** Loads the colour library only where there is a terminal to show colours on. */
export async function makePaint(colours: boolean): Promise<Paint> {
  if (!colours) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: (text) => ownColours(text, chalk.red),
    warning: (text) => ownColours(text, chalk.yellow),
    info: (text) => ownColours(text, chalk.cyan),
    good: (text) => ownColours(text, chalk.green),
    strong: (text) => ownColours(text, chalk.bold),
    faint: (text) => ownColours(text, chalk.dim),
  };
}

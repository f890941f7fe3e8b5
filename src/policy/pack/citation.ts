import type { Pack } from './pack.js';

/** Document number and clause as printed: `宁东镇党发〔2023〕62号 二（三）2`. */
export function formatCitation(pack: Pack, clause: string): string {
  return `${pack.document.number} ${clause}`;
}

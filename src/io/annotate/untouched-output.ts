import { fileSource } from '../readers/xlsx/byte-source.js';

const LOCAL = 0x04034b50;
const UTF8_NAMES = 0x0800;
const DOS_DATE = 0x0021;
const GROWTH_HINT = 0xa220;

/**
 * Whether a file is a workbook as our zip writer left it. Any program that saves it writes another kind of header, so
 * that a copy in which somebody has worked since is told from one that can be made again.
 */
export async function isUntouchedOutput(path: string): Promise<boolean> {
  try {
    const source = await fileSource(path);
    try {
      const head = await source.read(0, 30);
      const ours =
        head.readUInt32LE(0) === LOCAL && head.readUInt16LE(6) === UTF8_NAMES && head.readUInt16LE(12) === DOS_DATE;
      if (!ours) return false;
      const extra = await source.read(30 + head.readUInt16LE(26), 2);
      return extra.readUInt16LE(0) === GROWTH_HINT;
    } finally {
      await source.close();
    }
  } catch {
    return false;
  }
}

import { isUtf8 } from 'node:buffer';
import { xmlEncoding } from '../readers/xlsx/xml-encoding.js';
import { NotEditable } from './xml-slices.js';

/** Text of a part without its byte order mark. Throws NotEditable for parts that are not UTF-8. */
export function partText(bytes: Buffer, part: string): string {
  const { label, mark } = xmlEncoding(bytes);
  if (label !== 'utf-8' || !isUtf8(bytes)) throw new NotEditable(`${part} is in ${label}`);
  return bytes.toString('utf8', mark);
}

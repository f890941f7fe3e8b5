import type { SheetNote } from './sheet-xml.js';
import { escapeXml } from './xml-text.js';

/** `xl/commentsN.xml`: the words of the notes. */
export function commentsXml(notes: readonly SheetNote[]): string {
  const items = notes.map(
    (note) =>
      `<comment ref="${note.address}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr>` +
      `<t xml:space="preserve">${escapeXml(note.text)}</t></r></text></comment>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author>butie</author></authors><commentList>${items.join('')}</commentList></comments>`
  );
}

/** `xl/drawings/vmlDrawingN.vml`: the boxes of the notes, without which Excel does not show them. */
export function notesVml(notes: readonly SheetNote[]): string {
  const shapes = notes.map((note, index) => {
    const lines = note.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 16)), 0);
    return (
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;` +
      `width:180pt;height:${Math.min(240, 18 + lines * 13)}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
      `<x:Row>${note.row - 1}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

import type { Lang, Params } from '../../findings/finding.js';
import type { ReadFaultReason } from '../../tables/grid.js';
import { defineCheck } from '../define-check.js';

interface Words {
  readonly what: string;
  readonly how: string;
}

const ZH: Readonly<Record<ReadFaultReason, Words>> = {
  missing: { what: '找不到这个文件', how: '请核对文件名和所在文件夹，带空格的路径要加引号' },
  directory: { what: '应为文件，现为文件夹', how: '请写到具体文件，例如 名册文件夹/*.xlsx' },
  'no-permission': { what: '没有读取这个文件的权限', how: '请关闭正在占用它的程序，或复制到自己的文件夹后再试' },
  empty: { what: '文件是空的（0 字节）', how: '多半是下载或复制没有完成，请重新取得文件' },
  encrypted: { what: '文件有打开密码', how: '请用 Excel 或 WPS 输入密码打开，取消密码后另存为 .xlsx' },
  truncated: { what: '文件不完整，后半部分缺失', how: '请重新下载或重新复制，确认文件大小与原件一致' },
  corrupt: { what: '文件内容已损坏', how: '请用 Excel 或 WPS 打开修复后另存为 .xlsx；打不开就向上一环节重新索取' },
  checksum: { what: '文件内容与自带的校验值不符，传输中有损坏', how: '请重新下载或重新复制，不要使用这一份' },
  bomb: { what: '文件解开后异常巨大，超出允许范围', how: '请用 Excel 打开，删去空白行列和多余格式后另存为 .xlsx' },
  entities: {
    what: '文件里夹带了自我展开的 XML 实体定义，正常的工作簿里没有这种内容',
    how: '请不要使用它；向发来的人核实，重新索取原表',
  },
  picture: { what: '应为表格，现为图片', how: '图片里的字读不出来，请向对方索取 Excel 原表' },
  pdf: { what: '应为表格，现为 PDF', how: 'PDF 读不出单元格，请向对方索取 Excel 原表' },
  word: { what: '应为表格，现为 Word 文档', how: '请把其中的表格粘贴到 Excel，保存为 .xlsx' },
  slides: { what: '应为表格，现为演示文稿', how: '请把其中的表格粘贴到 Excel，保存为 .xlsx' },
  xlsb: { what: '这是二进制工作簿（.xlsb），不支持', how: '请用 Excel 打开后另存为 .xlsx' },
  archive: { what: '应为表格，现为压缩包', how: '请先解压，再逐个传入其中的表格' },
  'unknown-format': { what: '认不出这是什么文件', how: '请用 Excel 或 WPS 打开后另存为 .xlsx 或「CSV UTF-8」' },
  encoding: {
    what: '文字编码认不出，既不是 UTF-8 也不是 GB18030',
    how: '请用 Excel 打开后另存为 .xlsx 或「CSV UTF-8」',
  },
  'no-sheet': { what: '工作簿里没有工作表', how: '请检查是否选错文件，或另存为 .xlsx 后再试' },
  'no-table': {
    what: '网页里没有表格',
    how: '多半是系统的登录页或出错页，请重新登录系统导出；或向对方索取 Excel 原表',
  },
  frames: {
    what: '这个网页只是外框，表格在旁边的文件夹（例如 名册.files）里，没有一起传来',
    how: '请连同那个文件夹用 Excel 打开，另存为 .xlsx',
  },
  blank: { what: '文件里只有空白，没有任何内容', how: '多半是导出时没有选中数据，请重新导出' },
  'nul-bytes': {
    what: '文本里夹有空字节（不可见的坏字符），不知道丢了什么',
    how: '多半是导出或传输出错，请重新导出，或用 Excel 打开核对后另存为 .xlsx',
  },
  quote: {
    what: '第 {row} 行有一个英文双引号没有成对，后面的内容分不清属于哪一格',
    how: '请用记事本打开，改正这一行的引号；或用 Excel 打开核对后另存为 .xlsx',
  },
  'row-too-long': {
    what: '第 {row} 行长得不像表格的一行（换行丢失，或引号没有成对）',
    how: '请重新导出，或用 Excel 打开核对后另存为 .xlsx',
  },
  'cell-too-long': {
    what: '有一格的文字超过了一格能放的长度（Excel 的上限是 32767 字）',
    how: '多半是导出出错，把许多行并进了一格；请重新导出，或用 Excel 打开核对后另存为 .xlsx',
  },
  'beyond-sheet': {
    what: '行数或列数超过了一张工作表能放的上限（1048576 行、16384 列）',
    how: '多半是导出出错；请重新导出，或按乡镇分成几个文件',
  },
  'too-large': {
    what: '{kind}有 {size} MB，超过了 {limit} MB 的上限',
    how: '请用 Excel 或 WPS 打开后另存为 .xlsx（大小不受这个限制），或按乡镇分成几个文件',
  },
  'web-archive': { what: '这是网页存档（.mht），不支持', how: '请用 Excel 或 WPS 打开后另存为 .xlsx' },
  sylk: { what: '这是 SYLK 格式（.slk），不支持', how: '请用 Excel 或 WPS 打开后另存为 .xlsx' },
  iwork: { what: '这是苹果 Numbers 表格，不支持', how: '请在 Numbers 里用「导出到 → Excel」存成 .xlsx' },
  'flat-ods': { what: '这是单个 XML 的 ODF 表格（.fods），不支持', how: '请用 LibreOffice 或 WPS 打开后另存为 .xlsx' },
  unsupported: { what: '这种格式的这一版本不支持', how: '请用 Excel 或 WPS 打开后另存为 .xlsx' },
};

const EN: Readonly<Record<ReadFaultReason, Words>> = {
  missing: { what: 'there is no such file', how: 'check the name and the folder; quote a path with blanks' },
  directory: { what: 'should be a file, is a folder', how: 'name the files in it, such as folder/*.xlsx' },
  'no-permission': {
    what: 'this file may not be read',
    how: 'close the program that holds it, or copy it to a folder of your own',
  },
  empty: { what: 'the file is empty (0 bytes)', how: 'the download or copy was not finished; get the file again' },
  encrypted: {
    what: 'the file has a password',
    how: 'open it in Excel or WPS with the password, remove it and save as .xlsx',
  },
  truncated: { what: 'the file is cut off', how: 'download or copy it again and compare the size' },
  corrupt: {
    what: 'the content is damaged',
    how: 'let Excel or WPS repair it and save as .xlsx; if it does not open, ask for the file again',
  },
  checksum: {
    what: 'the content does not match the file’s own checksum',
    how: 'download or copy it again; do not use this one',
  },
  bomb: {
    what: 'unpacked, the file is far larger than allowed',
    how: 'open it in Excel, delete empty rows, columns and formats, save as .xlsx',
  },
  entities: {
    what: 'the file holds XML entity definitions, which no honest workbook has',
    how: 'do not use it; ask whoever sent it for the original',
  },
  picture: { what: 'should be a spreadsheet, is a picture', how: 'ask for the original spreadsheet' },
  pdf: { what: 'should be a spreadsheet, is a PDF', how: 'ask for the original spreadsheet' },
  word: { what: 'should be a spreadsheet, is a Word document', how: 'paste its table into Excel and save as .xlsx' },
  slides: { what: 'should be a spreadsheet, is a presentation', how: 'paste its table into Excel and save as .xlsx' },
  xlsb: { what: 'binary workbooks (.xlsb) are not supported', how: 'open it in Excel and save as .xlsx' },
  archive: { what: 'should be a spreadsheet, is an archive', how: 'unpack it and pass the spreadsheets in it' },
  'unknown-format': {
    what: 'nobody knows what kind of file this is',
    how: 'open it in Excel or WPS and save as .xlsx or "CSV UTF-8"',
  },
  encoding: {
    what: 'the text is neither UTF-8 nor GB18030',
    how: 'open it in Excel and save as .xlsx or "CSV UTF-8"',
  },
  'no-sheet': { what: 'the workbook has no sheet', how: 'check the file, or save it as .xlsx and try again' },
  'no-table': {
    what: 'the web page holds no table',
    how: 'it may be a log-in or error page: export it again, or ask for the original spreadsheet',
  },
  frames: {
    what: 'the web page is a frame only; its tables lie in a folder beside it, which did not come along',
    how: 'open it in Excel together with that folder and save as .xlsx',
  },
  blank: { what: 'the file holds nothing but blanks', how: 'export it again with the data selected' },
  'nul-bytes': {
    what: 'the text holds zero bytes; nobody knows what is lost',
    how: 'export it again, or compare it in Excel and save as .xlsx',
  },
  quote: {
    what: 'a quotation mark in row {row} is not paired: where its cells end is anybody’s guess',
    how: 'correct the marks in that row, or compare it in Excel and save as .xlsx',
  },
  'row-too-long': {
    what: 'row {row} is too long for the row of a table (line ends lost, or a quotation mark not paired)',
    how: 'export it again, or compare it in Excel and save as .xlsx',
  },
  'cell-too-long': {
    what: 'the text of one cell is longer than a cell can hold (Excel: 32767 characters)',
    how: 'export it again, or compare it in Excel and save as .xlsx',
  },
  'beyond-sheet': {
    what: 'more rows or columns than a sheet can hold (1048576 rows, 16384 columns)',
    how: 'export it again, or split it by township',
  },
  'too-large': {
    what: '{kind} has {size} MB, more than the limit of {limit} MB',
    how: 'open it in Excel or WPS and save as .xlsx (which has no such limit), or split it by township',
  },
  'web-archive': {
    what: 'web archives (.mht) are not supported',
    how: 'open it in Excel or WPS and save as .xlsx',
  },
  sylk: { what: 'SYLK files (.slk) are not supported', how: 'open it in Excel or WPS and save as .xlsx' },
  iwork: { what: 'Apple Numbers files are not supported', how: 'export it from Numbers to Excel (.xlsx)' },
  'flat-ods': {
    what: 'single-file ODF spreadsheets (.fods) are not supported',
    how: 'open it in LibreOffice or WPS and save as .xlsx',
  },
  unsupported: {
    what: 'this version of the format is not supported',
    how: 'open it in Excel or WPS and save as .xlsx',
  },
};

/** The kinds of file that have a limit of their own. */
const KINDS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  zh: {
    html: '存成 .xls 的网页',
    xls: '.xls 工作簿',
    xml2003: 'XML 表格',
    csv: '文本表格',
    xlsx: '工作簿',
    ods: 'ODF 表格',
  },
  en: {
    html: 'the web page saved as .xls',
    xls: 'the .xls workbook',
    xml2003: 'the XML spreadsheet',
    csv: 'the text table',
    xlsx: 'the workbook',
    ods: 'the ODF spreadsheet',
  },
};

function wordsOf(p: Params, lang: Lang): Words {
  const words: Readonly<Record<string, Words>> = lang === 'zh' ? ZH : EN;
  const { what, how } = words[String(p['reason'])] ?? (lang === 'zh' ? ZH.corrupt : EN.corrupt);
  const kind = KINDS[lang][String(p['kind'])] ?? (lang === 'zh' ? '文件' : 'the file');
  const filled = what
    .replace('{kind}', kind)
    .replace('{size}', String(p['size'] ?? '?'))
    .replace('{limit}', String(p['limit'] ?? '?'))
    .replace('{row}', String(p['row'] ?? '?'));
  return { what: filled, how };
}

export const unreadableFile = defineCheck({
  code: 'FIL-01',
  name: 'unreadable-file',
  severity: 'error',
  stage: 'reader',
  needs: [],
  sample: { reason: 'encrypted' },
  text: {
    zh: {
      title: '文件打不开',
      what: (p) => wordsOf(p, 'zh').what,
      why: '读不到内容就不能核算，这个文件一行也不采用，不会只读一半',
      how: (p) => wordsOf(p, 'zh').how,
    },
    en: {
      title: 'The file cannot be read',
      what: (p) => wordsOf(p, 'en').what,
      why: 'nothing of this file is used; half a roster is worse than none',
      how: (p) => wordsOf(p, 'en').how,
    },
  },
  examples: [],
});

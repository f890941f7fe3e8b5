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
  unsupported: {
    what: 'this version of the format is not supported',
    how: 'open it in Excel or WPS and save as .xlsx',
  },
};

function wordsOf(p: Params, lang: Lang): Words {
  const words: Readonly<Record<string, Words>> = lang === 'zh' ? ZH : EN;
  return words[String(p['reason'])] ?? (lang === 'zh' ? ZH.corrupt : EN.corrupt);
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

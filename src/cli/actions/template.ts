import { basename, dirname, extname, join } from 'node:path';
import { templateTables, templateWorkbook } from '../../documents/check/template-workbook.js';
import { incomeYearText, reportedRows } from '../../documents/check/template-facts.js';
import { isUntouchedOutput } from '../../io/annotate/untouched-output.js';
import { writeOutputs } from '../../io/output-folder.js';
import { fileExists } from '../../io/text-file.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import { claimWords } from '../../policy/assess/claim-findings.js';
import { benefitTables } from '../../policy/scopes/index.js';
import { measuredTables } from '../../policy/assess/measured-tables.js';
import { reportedItems } from '../../policy/pack/reported.js';
import { TABLES, type TableDefinition } from '../../tables/fields/index.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';
import { openPack } from '../input/open-pack.js';
import { readCommonOptions, required } from '../line/options.js';
import { badValue } from '../line/usage-faults.js';

/** Writes the blank standard workbook of a pack. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values, spec } = invocation;
  const options = readCommonOptions(invocation);
  const policy = required(options.policies[0], '--policy <ID>', spec.name);
  const out = required(options.out, '--out <FILE>', spec.name);
  if (extname(out).toLowerCase() !== '.xlsx')
    throw badValue(
      'bad-file-name',
      '--out',
      out,
      { zh: '以 .xlsx 结尾的文件名', en: 'a file name that ends in .xlsx' },
      { zh: `例如 --out ${join(out, '标准表.xlsx')}`, en: `for example --out ${join(out, 'template.xlsx')}` },
    );
  const { pack } = await openPack(policy, options);
  const kinds = templateTables(pack, [...measuredTables(pack), ...benefitTables(pack)]);
  if (kinds.length === 0) throw noTables(pack.id);
  if (!values.on('force') && fileExists(out) && !(await isUntouchedOutput(out))) throw exists(out);
  const words = claimWords(pack);
  const model = templateWorkbook({
    pack,
    tables: kinds.map((kind) => withWords(TABLES[kind], words)),
    year: incomeYearText(pack),
    reported: kinds.includes('指标填报') ? reportedRows(reportedItems(pack, options.asOf ?? pack.window.from)) : [],
  });
  await writeOutputs(dirname(out), (temporary) => writeWorkbook(join(temporary, basename(out)), model));
  terminal.print(out);
  terminal.note(
    terminal.pick({
      zh: `已写出标准表（${kinds.join('、')}）。下一步：填好后运行 butie check ${out} --policy ${pack.id}`,
      en: `written: ${kinds.join(', ')}. Next: fill it in and run butie check ${out} --policy ${pack.id}`,
    }),
  );
  return 0;
}

function exists(path: string): Fault {
  return new Fault(
    'file-exists',
    { what: `${path} 已经存在，里面可能有填好的内容`, how: '换一个文件名；确定不要了，加 --force 覆盖' },
    {
      what: `${path} exists, and somebody may have filled it in`,
      how: 'choose another name, or add --force to overwrite it',
    },
  );
}

function noTables(id: string): Fault {
  return new Fault(
    'no-tables',
    { what: `政策包 ${id} 不发放补贴，也没有监测项，没有要填的表`, how: 'butie policy list 列出全部政策包' },
    { what: `pack ${id} pays and watches nothing, so there is no table to fill in`, how: 'butie policy list' },
  );
}

/** 补贴项目 with the words that the pack knows, to choose from. */
function withWords(table: TableDefinition, words: readonly string[]): TableDefinition {
  if (words.length === 0) return table;
  const fields = table.fields.map((field) =>
    table.kind === '申请' && field.key === 'item' ? { ...field, listed: { values: words, aliases: {} } } : field,
  );
  return { ...table, fields };
}

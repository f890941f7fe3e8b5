import { bankFieldOf, type BankField } from '../../tables/bank/bank-fields.js';
import type { BankFileAnswers } from '../../tables/return-file.js';
import { Fault } from '../faults/fault.js';
import { noColumn, parseColumnAnswers } from '../line/column-answers.js';

export interface BankColumns {
  readonly columns: NonNullable<BankFileAnswers['columns']>;
  /** Throws Fault when an answer met no column of any file that was read. */
  readonly requireUsed: () => void;
}

/** What `--column` says of a bank's file; columns by letter alone are those of a file without a header. Throws Fault. */
export function bankColumns(texts: readonly string[]): BankColumns {
  const answers = parseColumnAnswers(texts).map((answer) => {
    const field = answer.field === null ? null : bankFieldOf(answer.field);
    if (field === null && answer.field !== null) throw noBankField(answer.text, answer.field);
    return { answer, field };
  });
  const used = new Set<string>();
  const of = (sheet: string) => answers.filter(({ answer }) => answer.table === null || answer.table === sheet);
  const columns: BankColumns['columns'] = {
    answers: (sheet, header, column) => {
      const found = of(sheet).find(({ answer }) => answer.column === column || answer.header === header.trim());
      if (found === undefined) return null;
      used.add(found.answer.text);
      return found.field ?? 'none';
    },
    headerless: (sheet) => {
      const own = of(sheet);
      if (own.length === 0 || own.some(({ answer }) => answer.column === null)) return null;
      const fields = new Map<BankField, number>();
      for (const { answer, field } of own) {
        used.add(answer.text);
        if (field !== null && answer.column !== null) fields.set(field, answer.column);
      }
      return fields;
    },
  };
  const requireUsed = (): void => {
    const unused = answers.map(({ answer }) => answer).filter(({ text }) => !used.has(text));
    if (unused.length > 0) throw noColumn(unused);
  };
  return { columns, requireUsed };
}

function noBankField(text: string, field: string): Fault {
  return new Fault(
    'no-field',
    {
      what: `--column ${text}：银行文件没有名为「${field}」的字段`,
      how: '字段有：序号、户名、账号、金额、应发金额、实发金额、借方金额、贷方金额、借贷标志、结果、状态、失败原因、摘要、入账日期、流水号、批次号',
    },
    {
      what: `--column ${text}: a bank's file has no field "${field}"`,
      how: 'fields are 序号, 户名, 账号, 金额, 应发金额, 实发金额, 借方金额, 贷方金额, 借贷标志, 结果, 状态, 失败原因, 摘要, 入账日期, 流水号, 批次号',
    },
  );
}

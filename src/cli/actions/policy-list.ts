import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readPacks } from '../input/policy-files.js';
import { tableLines } from '../terminal/terminal-table.js';

/** Lists the packs that come with the program. */
export async function execute({ values, terminal }: Invocation): Promise<ExitCode> {
  const packs = await readPacks([]);
  if (values.text('format') === 'json') {
    const list = packs.map(({ name, pack, found, problems }) => ({
      id: pack?.id ?? name,
      version: pack?.version ?? null,
      name: pack?.name ?? null,
      name_en: pack?.nameEn ?? null,
      document: pack?.document.number ?? null,
      status: pack?.document.status ?? null,
      window: pack === null ? null : [pack.window.from, pack.window.to],
      benefits: pack?.benefits.map((benefit) => benefit.id) ?? [],
      sha256: found.sha256,
      problems: problems.length,
    }));
    terminal.print(JSON.stringify(list));
    return 0;
  }
  const zh = terminal.lang === 'zh';
  const titles = zh
    ? ['编号', '名称', '文号', '有效期', '发放', '状态']
    : ['id', 'name', 'document', 'in force', 'benefits', 'status'];
  const rows = packs.map(({ name, pack }) => {
    if (pack === null) return [name, '', '', '', '', zh ? '有错误，运行 policy check' : 'has mistakes: policy check'];
    const draft = pack.document.status === 'draft';
    return [
      pack.id,
      zh ? pack.name : pack.nameEn,
      pack.document.number,
      `${pack.window.from} … ${pack.window.to}`,
      pack.benefits.length === 0 ? (zh ? '不发钱' : 'none') : String(pack.benefits.length),
      draft ? (zh ? '征求意见稿' : 'draft') : zh ? '正式' : 'in force',
    ];
  });
  for (const line of tableLines(
    titles.map((title) => ({ title })),
    rows,
  ))
    terminal.print(line);
  return 0;
}

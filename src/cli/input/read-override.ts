import { readTextIfExists } from '../../io/text-file.js';
import { parseOverride, type Override } from '../../policy/pack/override.js';
import type { Pack } from '../../policy/pack/pack.js';
import { Fault, FaultList } from '../faults/fault.js';

/** The override file of a run, or null when none was named. Throws Fault for a file that is missing or wrong. */
export async function readOverride(path: string | null, packs: readonly Pack[]): Promise<Override | null> {
  if (path === null) return null;
  const text = await readTextIfExists(path);
  if (text === null)
    throw new Fault(
      'no-override',
      { what: `找不到参数文件 ${path}`, how: '检查 --override 后面的路径' },
      { what: `there is no override file ${path}`, how: 'check the path after --override' },
    );
  const { override, problems } = parseOverride(text, path, packs);
  if (override !== null) return override;
  throw new FaultList(
    problems.map(({ file, line, column, zh, en }) => {
      const place = `${file}:${line}:${column}`;
      return new Fault(
        'bad-override',
        { what: `${place} ${zh}`, how: '改好后重新运行' },
        { what: `${place} ${en}`, how: 'put it right and run again' },
      );
    }),
  );
}

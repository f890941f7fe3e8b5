import { readTextIfExists } from '../../io/text-file.js';
import { MappingFault, type MappingFile, parseMapping } from '../../tables/mapping-file.js';
import { Fault } from '../faults/fault.js';

/** The mapping file of `--map`; none when the option was not given. Throws Fault for a file that cannot be used. */
export async function readMappings(path: string | null): Promise<readonly MappingFile[]> {
  if (path === null) return [];
  const text = await readTextIfExists(path);
  if (text === null)
    throw new Fault(
      'bad-map',
      { what: `找不到表头对照文件 ${path}`, how: '检查 --map 后面的路径；用 butie map 文件 --save 可以生成一份' },
      { what: `there is no mapping file ${path}`, how: 'check the path; butie map FILE --save makes one' },
    );
  const { parse } = await import('yaml');
  try {
    // JSON is YAML too: a file made by hand may be either.
    return [parseMapping(parse(text))];
  } catch (error) {
    throw badMapping(path, error);
  }
}

function badMapping(path: string, error: unknown): Fault {
  const problems = error instanceof MappingFault ? error.problems.join('；') : '';
  return new Fault(
    'bad-map',
    {
      what: `表头对照文件 ${path} 不能用${problems === '' ? '：应为 JSON 或 YAML' : `：${problems}`}`,
      how: '改正后再运行；用 butie map 文件 --save 可以重新生成一份',
    },
    {
      what: `mapping file ${path} cannot be used${problems === '' ? ': should be JSON or YAML' : `: ${problems}`}`,
      how: 'correct it; butie map FILE --save makes a new one',
    },
    { cause: error },
  );
}

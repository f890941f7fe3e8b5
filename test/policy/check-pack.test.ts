import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/policy/pack/check-pack.js';
import { packJsonSchema } from '../../src/policy/pack/json-schema.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { present } from '../io/shared-inputs.js';

const DOCUMENTS = [
  ['ningdong-2023-62', '000_8ff34af83d235df8.txt'],
  ['litong-2021-7', '004_aa51a1f00532a4aa.txt'],
] as const;

describe.each(DOCUMENTS)('%s', (id, name) => {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);
  if (pack === null) throw new Error('the pack does not parse');

  test('has a case on every threshold and one unit to each side', () => {
    expect(checkPack(pack)).toEqual([]);
  });

  const document = `../shared/documents/${name}`;
  test.skipIf(!present(document))('quotes only words that stand in the document', () => {
    expect(checkPack(pack, { documentText: readFileSync(document, 'utf8') })).toEqual([]);
  });

  test('a quotation that is not in the document is found', () => {
    const gaps = checkPack(pack, { documentText: '另一份文件' });
    expect(gaps.length).toBeGreaterThan(10);
    expect(gaps[0]?.zh).toContain('找不到');
  });

  test('a threshold without its cases is found', () => {
    const gaps = checkPack({ ...pack, cases: pack.cases.slice(0, 1) });
    expect(gaps.map(({ kind }) => kind)).toContain(id === 'litong-2021-7' ? 'benefit-without-case' : 'threshold');
  });
});

test('pack.schema.json is the schema of the packs', () => {
  expect(JSON.parse(readFileSync('src/policy/pack.schema.json', 'utf8'))).toEqual(packJsonSchema());
});

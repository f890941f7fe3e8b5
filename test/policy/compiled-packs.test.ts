import { expect, test } from 'vitest';
import { compiledPack, loadPack, packIds } from '../../src/io/packs.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

const ids = await packIds();

test.each(ids)('%s is the same pack as data as it is from its YAML', async (id) => {
  const found = await loadPack(id);
  if (found === null) throw new Error(id);
  const { pack } = parsePack(found.text, found.file);
  expect(JSON.parse(JSON.stringify(pack))).toStrictEqual(pack);
});

test('a text of one’s own is never taken for what the build read', () => {
  expect(compiledPack({ file: 'ningdong-2023-62.yaml', sha256: '0'.repeat(64) })).toBeNull();
  expect(compiledPack({ file: '../../package.yaml', sha256: '0'.repeat(64) })).toBeNull();
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePack } from '../../src/policy/read-pack.js';

describe.each(['ningdong-2023-62', 'litong-2021-7'])('%s', (id) => {
  const file = `src/policy/packs/${id}.yaml`;
  test('has no problem', () => {
    const { pack, problems } = parsePack(readFileSync(file, 'utf8'), file);
    expect(problems).toEqual([]);
    expect(pack?.id).toBe(id);
  });
});

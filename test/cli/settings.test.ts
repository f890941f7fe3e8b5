import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/cli/faults/fault.js';
import { settle } from '../../src/cli/line/settings.js';
import { butie, emptyFolder } from './butie.js';

const none = (): null => null;

describe('settings', () => {
  it('come from option, environment, file, default, in that order', () => {
    const file = { path: 'c.json', text: '{"ledger":"file.db","by":"张三"}' };
    const env = { BUTIE_LEDGER: 'env.db' };
    expect(settle((name) => (name === 'ledger' ? 'option.db' : null), env, file).values.ledger).toEqual({
      value: 'option.db',
      source: 'option',
    });
    expect(settle(none, env, file).values.ledger).toEqual({ value: 'env.db', source: 'environment' });
    expect(settle(none, {}, file).values.ledger).toEqual({ value: 'file.db', source: 'file' });
    expect(settle(none, {}, null).values.ledger).toEqual({ value: './butie.db', source: 'default' });
    expect(settle(none, {}, file).values.by.value).toBe('张三');
  });

  it.each(['{', '[]', '"x"', '{"leger":"x"}', '{"lang":"fr"}', '{"lang":1}', '{"failOn":"sometimes"}'])(
    'refuse a file that says %s',
    (text) => {
      expect(() => settle(none, {}, { path: 'c.json', text })).toThrow(Fault);
    },
  );

  it('show where each comes from', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'butie.config.json'), '{"lang":"en","ledger":"town.db"}');
    const { code, stdout } = butie(['config', '--format', 'json'], { folder });
    expect(code).toBe(0);
    const { settings } = JSON.parse(stdout) as { settings: Record<string, { value: string; source: string }> };
    expect(settings['ledger']).toEqual({ value: 'town.db', source: 'file' });
    expect(butie(['config'], { folder }).stdout).toContain('config file');
    expect(butie(['config', '--lang', 'zh'], { folder }).stdout).toContain('配置文件');
  });

  it('tell an unknown key with the nearest one, exit 2', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'butie.config.json'), '{"leger":"town.db"}');
    const { code, stderr } = butie(['config'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('ledger');
  });

  it('need the file that --config names', () => {
    expect(butie(['config', '--config', 'gone.json']).code).toBe(2);
  });
});

describe('a folder of clerks’ files', () => {
  it('never holds code: neither a script nor a folder beside the name of the settings is run', () => {
    const code = (mark: string): string => `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`;
    const script = emptyFolder();
    const ran = join(script, 'ran');
    writeFileSync(join(script, 'butie.config.json.js'), code(ran));
    expect(butie(['config'], { folder: script }).code).toBe(0);
    const folder = emptyFolder();
    mkdirSync(join(folder, 'butie.config.json'));
    writeFileSync(join(folder, 'butie.config.json', 'index.js'), code(ran));
    writeFileSync(join(folder, 'butie.config.json', 'package.json'), '{"main":"index.js"}');
    for (const words of [['--help', 'run'], ['config'], ['policy', 'list', '--config', 'butie.config.json']])
      butie(words, { folder });
    expect(existsSync(ran)).toBe(false);
  });
});

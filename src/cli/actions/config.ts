import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { type SettingSource, SETTINGS } from '../line/settings.js';
import { tableLines } from '../terminal/terminal-table.js';
import type { Words } from '../../findings/finding.js';

const SOURCES: Readonly<Record<SettingSource, Words>> = {
  option: { zh: '命令行', en: 'command line' },
  environment: { zh: '环境变量', en: 'environment' },
  file: { zh: '配置文件', en: 'config file' },
  default: { zh: '默认', en: 'default' },
};

/** Prints every setting with its value and where it comes from. */
export function execute({ values, terminal, settings }: Invocation): Promise<ExitCode> {
  if (values.text('format') === 'json') {
    // The telephone of the office is no secret.
    terminal.printWhole(JSON.stringify({ file: settings.file, settings: settings.values }));
    return Promise.resolve(0);
  }
  const titles = [
    { zh: '设置', en: 'setting' },
    { zh: '值', en: 'value' },
    { zh: '来自', en: 'from' },
    { zh: '意思', en: 'meaning' },
  ].map((words) => ({ title: terminal.pick(words) }));
  const rows = SETTINGS.map((spec) => {
    const { value, source } = settings.values[spec.key];
    return [spec.key, value ?? '—', terminal.pick(SOURCES[source]), terminal.pick(spec.text)];
  });
  terminal.printWhole(tableLines(titles, rows).join('\n'));
  terminal.note(
    settings.file === null
      ? terminal.pick({
          zh: '当前文件夹没有 butie.config.json；只看当前文件夹，不往上找',
          en: 'no butie.config.json in the current folder (folders above are not searched)',
        })
      : terminal.pick({ zh: `配置文件 ${settings.file}`, en: `config file ${settings.file}` }),
  );
  return Promise.resolve(0);
}

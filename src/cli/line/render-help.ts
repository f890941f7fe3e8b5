/** Last step of the build: renders the help once, so that `butie --help` need not load the table of commands. */
import { resourcePath } from '../../io/resources.js';
import { writeTextFile } from '../../io/text-file.js';
import { COMMANDS } from '../commands/index.js';
import { rootHelp } from './help.js';
import { RENDERED_HELP } from './rendered-help.js';

const texts = { zh: `${rootHelp(COMMANDS, 'zh')}\n`, en: `${rootHelp(COMMANDS, 'en')}\n` };
await writeTextFile(resourcePath(RENDERED_HELP), `${JSON.stringify(texts)}\n`);

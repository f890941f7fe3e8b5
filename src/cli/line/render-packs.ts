/** A step of the build: the packs that come with the program as data, so that a run need not read their YAML again. */
import { COMPILED_PACKS, loadPack, packIds } from '../../io/packs.js';
import { resourcePath } from '../../io/resources.js';
import { writeTextFile } from '../../io/text-file.js';
import { parsePack } from '../../policy/pack/read-pack.js';

for (const id of await packIds()) {
  const found = await loadPack(id);
  if (found === null) continue;
  const { pack, problems } = parsePack(found.text, found.file);
  if (pack === null) throw new Error(`${id}: ${problems.map(({ line, en }) => `${line} ${en}`).join('; ')}`);
  await writeTextFile(
    resourcePath(`${COMPILED_PACKS}/${id}.json`),
    `${JSON.stringify({ sha256: found.sha256, pack })}\n`,
  );
}

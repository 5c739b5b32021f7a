// Writes the bundle, or another file that is named: node bundle.js [FILE]. The same sources give the same bytes.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outfile = process.argv[2] ?? here("../Stepdesk.Web/wwwroot/js/codemirror.js");
const options = { absWorkingDir: here("."), entryPoints: ["exports.js"], bundle: true, minify: true, format: "esm", target: "es2022", metafile: true };

const { metafile } = await build({ ...options, write: false });
await build({ ...options, outfile, banner: { js: await noticeOf(metafile) } });

// Each licence asks that its notice goes along with every copy.
async function noticeOf({ inputs }) {
  const names = Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const bundled = new Map();
  for (const name of [...new Set(names)].filter(Boolean).sort()) {
    const { version } = JSON.parse(await readFile(here(`node_modules/${name}/package.json`), "utf8"));
    const licence = (await readFile(here(`node_modules/${name}/LICENSE`), "utf8")).trim();
    bundled.set(licence, [...(bundled.get(licence) ?? []), `${name} ${version}`]);
  }
  const notices = [...bundled].map(([licence, packages]) => `${packages.join(", ")}\n\n${licence}`);
  return `/*!\nMade by src/codemirror; not to be edited.\n\n${notices.join("\n\n")}\n*/`;
}

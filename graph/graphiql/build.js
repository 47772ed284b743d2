// Builds dist/, which is committed and embedded by the Go package beside it.
// The output depends only on src/ and package-lock.json.
import { build } from "esbuild";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";

await rm("dist", { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { graphiql: "src/main.jsx" },
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
});
await cp("src/index.html", "dist/index.html");
await writeFile("dist/LICENSES.txt", await licenses(Object.keys(metafile.inputs)));

// licenses returns the licence texts of the packages that the bundle holds
// code of, as their authors ask.
async function licenses(inputs) {
  const packages = new Set(
    inputs.map((file) => file.match(/.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/)?.[0]).filter(Boolean),
  );
  const texts = [];
  for (const dir of [...packages].sort()) {
    const about = JSON.parse(await readFile(`${dir}/package.json`, "utf8"));
    const file = (await readdir(dir)).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? (await readFile(`${dir}/${file}`, "utf8")).trim() : "";
    texts.push(`${about.name} ${about.version} (${about.license})\n\n${text}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

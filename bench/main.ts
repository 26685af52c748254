// npm run bench: every benchmark in turn; `npm run bench -- solve` one of them.
const all = ["study", "solve"];
const wanted = process.argv.slice(2);
for (const name of all.filter((n) => wanted.length === 0 || wanted.includes(n)))
  await import(`./${name}.bench.ts`);

// npm run bench: every benchmark in turn; `npm run bench -- solve` one of them; `peers`, which needs other tools, only by name.
const all = ["study", "solve", "elementary", "speciate"];
const wanted = process.argv.slice(2);
for (const name of [...all, "peers"].filter((n) => (wanted.length === 0 ? all : wanted).includes(n)))
  await import(`./${name}.bench.ts`);

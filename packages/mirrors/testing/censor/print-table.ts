import { buildTable } from './build-table.ts';

process.stdout.write(buildTable(Number(process.argv[2] ?? 20)).text);

// Audits the server at the URL of the first argument, and prints what came of each
// audit as a line: its status, its id, its name, and the reason unless it is ok.
import { auditServer } from 'graphql-http';

for (const result of await auditServer({ url: process.argv[2] })) {
  console.log([result.status, result.id, result.name, result.reason ?? ''].join('\t'));
}

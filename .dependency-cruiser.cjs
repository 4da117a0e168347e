const STAGES = 'extract|transform|load|analyse|report|gate|deliver'
const PURE =
  '^src/(?:model|transform|extract/sources)/|^src/(?:analyse/judge|gate)/|^src/report/(?!render-edition)'

module.exports = {
  forbidden: [
    {
      name: 'stages-meet-in-the-pipeline',
      comment:
        'A stage knows the model and itself; stages meet in pipeline.ts (files, editions), ingest/ (sources) and publish/ (deliveries). Analysis may take a reading handle.',
      severity: 'error',
      from: { path: `^src/(${STAGES})/` },
      to: {
        path: `^src/(?:${STAGES}|commands|ingest|publish)/|^src/(?:pipeline\\.ts|cli\\.js)$`,
        pathNot: ['^src/$1/', '^src/load/(?:tables|database)\\.ts$'],
      },
    },
    {
      name: 'only-analyse-takes-a-database-handle',
      severity: 'error',
      from: { path: '^src/(?:extract|transform|report|gate|deliver|model)/' },
      to: { path: '^src/load/' },
    },
    {
      name: 'pure-stays-pure',
      comment: 'No clock, network, database or log.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: ['^src/runtime/', '^node_modules/(?:got|kysely|pg|pino|nodemailer|@electric-sql)/'],
      },
    },
    {
      name: 'pure-uses-no-node',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'model-imports-nothing',
      comment: 'Besides zod and decimal.js, and itself.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: ['^src/model/', '^node_modules/(?:zod|decimal\\.js)/'] },
    },
    {
      name: 'the-edge-is-the-edge',
      comment: 'Only commands and the edge itself build effects.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(?:runtime|commands)/', '^src/cli\\.js$'] },
      to: { path: '^src/runtime/' },
    },
    {
      name: 'backfill-never-mails',
      comment: 'Whatever fetches, reads or loads cannot reach what sends.',
      severity: 'error',
      from: {
        path: '^src/(?:ingest|pipeline)|^src/commands/(?:backfill|work|replay|import|start)\\.',
      },
      to: { path: '^src/(?:deliver|publish)/', reachable: true },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

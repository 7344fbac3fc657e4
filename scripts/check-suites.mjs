/** What can be checked without running the product: types, lint, packages, and the rules of the house with a probe each. */
export const checkSuites = [
  { name: 'check-types', command: 'turbo', args: ['run', 'types', '--output-logs=errors-only', '--continue'] },
  { name: 'check-lint', command: 'oxlint', args: ['--type-aware', '--quiet'] },
  { name: 'check-packages', command: 'sherif', args: ['--no-install'] },
  {
    name: 'check-house',
    command: 'vitest',
    args: ['run', '--config', 'scripts/vitest.config.mjs', 'house/'],
    vitest: true,
  },
]

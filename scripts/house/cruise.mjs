import { cruise } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'

/** Every rule of who may import whom, by its name. */
export const importRules = config.forbidden

/** Looks at all imports below a folder; answers how many modules it saw and every violation, in words. */
export async function imports(baseDir, folders) {
  const { options, forbidden } = config
  const { enhancedResolveOptions, ...rest } = options
  const { output } = await cruise(
    folders,
    { ...rest, baseDir, validate: true, ruleSet: { forbidden } },
    { ...enhancedResolveOptions, extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'] },
  )
  return {
    modules: output.summary.totalCruised,
    violations: output.summary.violations.map(({ from, to, rule, cycle }) => ({
      rule: rule.name,
      from,
      text: `${from} → ${cycle ? cycle.map(({ name }) => name ?? '').join(' → ') : to}: ${forbidden.find(({ name }) => name === rule.name).comment} (${rule.name})`,
    })),
  }
}

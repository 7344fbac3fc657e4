import { unitStep } from './unit-step.ts'

export const resumeUnit = unitStep('organisation.resume-unit')

import { electionStep } from './election-step.ts'

export const vetElection = electionStep('organisation.vet-election')

/** Mantine's forms, through the one door both apps have. */
export { useForm, isNotEmpty, hasLength, matches, isInRange } from '@mantine/form'
export type { UseFormReturnType } from '@mantine/form'

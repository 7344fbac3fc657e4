import { Anchor } from '@dangjian/ui/kit'

/** The course that answers a task, opened in the school. */
export function CourseLink({ course }: { course: { readonly id: string; readonly title: string } }) {
  return (
    <Anchor href={`/courses/${course.id}`} size="sm" display="inline-block">
      {course.title}
    </Anchor>
  )
}

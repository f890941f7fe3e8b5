/** 在校生状况: blank counts as not in school (CONTRACT §3); 是 and the names of schools and grades count as in school. */
export function isInSchool(schooling: string | null): boolean {
  return (
    schooling !== null && schooling !== '' && !/^(否|无|不|非|未|已?毕业|辍学|失学|退学|肄业|×|[Nn0])/.test(schooling)
  );
}

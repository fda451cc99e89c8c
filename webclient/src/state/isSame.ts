/// Whether two forms say the same: plain data, in whatever order its fields stand.
export const isSame = (one: object, other: object): boolean => spelled(one) === spelled(other);

const spelled = (form: object): string => JSON.stringify(Object.entries(form).toSorted());
